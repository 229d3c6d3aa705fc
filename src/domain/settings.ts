import { describeFault, type Fault, TopoGcError } from './errors.ts';
import { parsePathRoots } from './kinds/host-paths.ts';
import { isEngineHost, TAKES_HOST } from './limits/engine-host.ts';
import { INPUT, USUAL_DRAIN_TIMEOUT } from './limits/input-names.ts';
import { atLeast, type Input } from './limits/limit-inputs.ts';
import { type NamedHosts, parseNamedHosts, TAKES_NAMED_HOSTS } from './limits/named-hosts.ts';
import { type NodeHosts, parseSwarmNodes, TAKES_SWARM_NODES } from './limits/swarm-nodes.ts';
import { type Limits, limitsFrom, MEASURE_INPUTS } from './measures/measures.ts';
import { parseLabels } from './text/labels.ts';
import { parseCount, parseDuration, TAKES_DURATION } from './text/quantities.ts';

/** The parsed inputs of the action, or options of `topo-gc run` and `topo-gc agent`. */
export interface Settings {
  readonly limits: Limits;
  readonly reclaim: 'all' | 'enough';
  /** Whether a collection may begin before a threshold is crossed. No input turns this off; `npm run simulate` compares both. */
  readonly looksAhead: boolean;
  readonly pollIntervalMs: number;
  /** Absent: each container uses its own. */
  readonly stopTimeoutMs?: number;
  /** Whether a container that can't hear its stop signal is killed at once, or only after its grace. */
  readonly deafContainers: 'kill' | 'wait';
  /** Removals under way at once. */
  readonly concurrency: number;
  readonly drainTimeoutMs: number;
  readonly onLeak: 'fail' | 'warn';
  /** What a drain does with what was made on the engine during the session and was not handed over. */
  readonly strays: 'ignore' | 'report' | 'fail' | 'collect';
  /** `key=value`: a drain also collects everything that carries one of these labels and is younger than the session. */
  readonly sweepLabels: readonly string[];
  readonly protect: boolean;
  /** The only places where host paths may be removed. */
  readonly pathRoots: readonly string[];
  readonly dockerHost?: string;
  /** Further engines; one of them may be that of `dockerHost`, to give it a name. */
  readonly engines: NamedHosts;
  /** How the engines of the other nodes of a Swarm are reached. */
  readonly swarmNodes: NodeHosts;
  /** `pulled`: also removes the images that arrived since the session began and that no container uses. */
  readonly removeImages: 'never' | 'pulled';
  readonly summary: boolean;
  /** Whether the log of each container is saved before it is removed. */
  readonly saveLogs: boolean;
}

/** 4 to 8 removals at once are fastest; 16 or more are slower (docs/performance.md). */
export const AUTO_CONCURRENCY = 8;

const listed = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(' or ');

/** Takes one of these words; the first is the default. */
const oneOf = <const T extends string>(...values: readonly [T, ...T[]]): Input<T> => ({
  fallback: values[0],
  takes: listed(values),
  values,
  parse: (text) => values.find((value) => value === text),
});

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/** Takes the words in any case, as YAML does. */
const flag: Input<boolean> = {
  fallback: 'true',
  takes: listed([...BOOLEANS.keys()]),
  values: [...BOOLEANS.keys()],
  parse: (text) => BOOLEANS.get(text.toLowerCase()),
};

const INPUTS = {
  ...MEASURE_INPUTS,
  [INPUT.reclaim]: oneOf('all', 'enough'),
  [INPUT.pollInterval]: {
    fallback: '2s',
    takes: 'a duration from "100ms" to "24h"',
    values: [],
    parse: atLeast(100),
  },
  [INPUT.stopTimeout]: {
    fallback: '',
    takes: `${TAKES_DURATION}, or nothing for the container's own`,
    values: [],
    parse: (text: string) => (text === '' ? 'own' : parseDuration(text)),
  } as Input<'own' | number>,
  [INPUT.deafContainers]: oneOf('kill', 'wait'),
  [INPUT.concurrency]: {
    fallback: 'auto',
    takes: 'a count or "auto"',
    values: ['auto'],
    parse: (text: string) => (text === 'auto' ? AUTO_CONCURRENCY : parseCount(text)),
  },
  [INPUT.drainTimeout]: {
    fallback: USUAL_DRAIN_TIMEOUT,
    takes: 'a duration from "5s" to "24h"',
    values: [],
    parse: atLeast(5000),
  },
  [INPUT.onLeak]: oneOf('fail', 'warn'),
  [INPUT.strays]: oneOf('report', 'ignore', 'fail', 'collect'),
  [INPUT.sweepLabels]: {
    fallback: '',
    takes: 'labels KEY=VALUE, one a line, each with exactly one value',
    values: [],
    parse: parseLabels,
  } as Input<readonly string[]>,
  [INPUT.protect]: flag,
  [INPUT.pathRoots]: {
    fallback: '/tmp/topology',
    takes: 'absolute paths, one a line, no segment of them empty, "." or "..", and not "/" itself',
    values: [],
    parse: parsePathRoots,
  } as Input<readonly string[]>,
  [INPUT.dockerHost]: {
    fallback: '',
    takes: TAKES_HOST,
    values: [],
    parse: (text: string) => (text === '' || isEngineHost(text) ? text : undefined),
  },
  [INPUT.engines]: {
    fallback: '',
    takes: TAKES_NAMED_HOSTS,
    values: [],
    parse: parseNamedHosts,
  } as Input<NamedHosts>,
  [INPUT.swarmNodes]: {
    fallback: '',
    takes: TAKES_SWARM_NODES,
    values: [],
    parse: parseSwarmNodes,
  } as Input<NodeHosts>,
  [INPUT.removeImages]: oneOf('never', 'pulled'),
  [INPUT.saveLogs]: oneOf('never', 'always'),
  [INPUT.summary]: flag,
} as const satisfies Record<string, Input<unknown>>;

export type InputName = keyof typeof INPUTS;
type Parsed = { [N in InputName]: Exclude<ReturnType<(typeof INPUTS)[N]['parse']>, undefined> };

/** Inputs that a command does not use. */
const FOR_JOBS: ReadonlySet<string> = new Set<InputName>([INPUT.onLeak, INPUT.summary]);

/** Inputs that the step which drains follows, whatever its agent was started with. */
const FOR_DRAINS: ReadonlySet<string> = new Set<InputName>(['on-leak', 'summary', 'drain-timeout']);

interface InputRow extends Omit<Input<unknown>, 'parse'> {
  readonly name: string;
  readonly isForJobs: boolean;
}

/** The inputs that people may set, in the order of the table. */
export const INPUT_TABLE: readonly InputRow[] = Object.entries(INPUTS).map(
  ([name, { takes, values, fallback }]) => ({ name, takes, values, fallback, isForJobs: FOR_JOBS.has(name) }),
);

export const INPUT_NAMES: readonly string[] = Object.keys(INPUTS);

/** The inputs in force, by name: the given text, or else the default. */
export function withDefaults(raw: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(INPUT_TABLE.map(({ name, fallback }) => [name, raw[name]?.trim() || fallback]));
}

/**
 * The names of inputs that are not in force as an agent has others.
 * @param onlyChanged whether only inputs that are not their defaults count, and only those that agents follow
 */
export const differingInputs = (
  ours: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
  { onlyChanged }: { readonly onlyChanged: boolean },
): string[] =>
  INPUT_TABLE.filter(({ name }) => ours[name] !== theirs[name])
    .filter(({ name, fallback }) => !onlyChanged || (ours[name] !== fallback && !FOR_DRAINS.has(name)))
    .map(({ name }) => name);

/**
 * Reads all inputs; an empty or missing input gets its default.
 * @throws TopoGcError `invalid-input`, with a fault for each input that is wrong.
 */
export function parseSettings(raw: Readonly<Record<string, string | undefined>>): Settings {
  const { parsed, faults } = parseInputs(raw);
  if (faults.length > 0) throw invalidInputs(faults);
  return toSettings(parsed as Parsed);
}

/** One for each input that is wrong, its field the input's name. */
export const settingFaults = (raw: Readonly<Record<string, string | undefined>>): readonly Fault[] =>
  parseInputs(raw).faults;

function parseInputs(raw: Readonly<Record<string, string | undefined>>) {
  const faults: Fault[] = [];
  const parsed: Record<string, unknown> = {};
  const texts = withDefaults(raw);
  for (const [name, input] of Object.entries<Input<unknown>>(INPUTS)) {
    const text = texts[name] ?? '';
    const value = input.parse(text);
    if (value === undefined) faults.push({ field: name, value: text, detail: `takes ${input.takes}` });
    parsed[name] = value;
  }
  return { parsed, faults };
}

/** The error for inputs that are wrong. */
export function invalidInputs(faults: readonly Fault[]): TopoGcError {
  const lines = faults.map((fault) => `\n  ${describeFault(fault)}`).join('');
  return new TopoGcError('invalid-input', `Nothing was started, as inputs are not valid:${lines}`, {
    faults,
    tellsFaults: true,
  });
}

function toSettings(inputs: Parsed): Settings {
  const { [INPUT.stopTimeout]: stopTimeout, [INPUT.dockerHost]: dockerHost } = inputs;
  return {
    limits: limitsFrom(inputs),
    reclaim: inputs[INPUT.reclaim],
    looksAhead: true,
    pollIntervalMs: inputs[INPUT.pollInterval],
    ...(stopTimeout !== 'own' && { stopTimeoutMs: stopTimeout }),
    deafContainers: inputs[INPUT.deafContainers],
    concurrency: inputs[INPUT.concurrency],
    drainTimeoutMs: inputs[INPUT.drainTimeout],
    onLeak: inputs[INPUT.onLeak],
    strays: inputs[INPUT.strays],
    sweepLabels: inputs[INPUT.sweepLabels],
    protect: inputs[INPUT.protect],
    pathRoots: inputs[INPUT.pathRoots],
    ...(dockerHost && { dockerHost }),
    engines: inputs[INPUT.engines],
    swarmNodes: inputs[INPUT.swarmNodes],
    removeImages: inputs[INPUT.removeImages],
    saveLogs: inputs[INPUT.saveLogs] === 'always',
    summary: inputs[INPUT.summary],
  };
}
