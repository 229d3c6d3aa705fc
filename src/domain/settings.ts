import { describeFault, type Fault, TopoGcError } from './errors.ts';
import { parsePathRoots } from './kinds/host-paths.ts';
import { atLeast, type Input } from './measures/limit-inputs.ts';
import { type Limits, limitsFrom, MEASURE_INPUTS } from './measures/measures.ts';
import { parseLabels } from './text/labels.ts';
import { parseCount, parseDuration, TAKES_DURATION } from './text/quantities.ts';

/** What the inputs of the action, or the options of `topo-gc run` and `topo-gc agent`, come to. */
export interface Settings {
  readonly limits: Limits;
  readonly reclaim: 'all' | 'enough';
  /** Whether a collection may begin before a threshold is crossed; no input says no, `npm run simulate` compares. */
  readonly looksAhead: boolean;
  readonly pollIntervalMs: number;
  /** Absent: each container's own. */
  readonly stopTimeoutMs?: number;
  /** Whether a container that can't hear its stop signal is killed at once, or its grace waited for. */
  readonly deafContainers: 'kill' | 'wait';
  /** Removals under way at once. */
  readonly concurrency: number;
  readonly drainTimeoutMs: number;
  readonly onLeak: 'fail' | 'warn';
  /** `key=value`: a drain also collects what carries one of them and is younger than the session. */
  readonly sweepLabels: readonly string[];
  readonly protect: boolean;
  /** The only places where host paths may be removed. */
  readonly pathRoots: readonly string[];
  readonly dockerHost?: string;
  /** `pulled`: also the images that came to the engine since the session began and that no container uses. */
  readonly removeImages: 'never' | 'pulled';
  readonly summary: boolean;
  /** Whether the log of each container is saved before it is removed. */
  readonly saveLogs: boolean;
}

/** From 4 to 8 at once are fastest, from 16 on it is slower (docs/performance.md). */
export const AUTO_CONCURRENCY = 8;

const parseBoolean = (text: string): boolean | undefined =>
  /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined;

const oneOf =
  <const T extends string>(...words: T[]) =>
  (text: string): T | undefined =>
    words.find((word) => word === text);

const INPUTS = {
  ...MEASURE_INPUTS,
  reclaim: { fallback: 'all', takes: '"all" or "enough"', parse: oneOf('all', 'enough') },
  'poll-interval': { fallback: '2s', takes: 'a duration from "100ms" to "24h"', parse: atLeast(100) },
  'stop-timeout': {
    fallback: '',
    takes: `${TAKES_DURATION}, or nothing for the container's own`,
    parse: (text: string) => (text === '' ? 'own' : parseDuration(text)),
  } as Input<'own' | number>,
  'deaf-containers': { fallback: 'kill', takes: '"kill" or "wait"', parse: oneOf('kill', 'wait') },
  concurrency: {
    fallback: 'auto',
    takes: 'a count or "auto"',
    parse: (text: string) => (text === 'auto' ? AUTO_CONCURRENCY : parseCount(text)),
  },
  'drain-timeout': { fallback: '4m', takes: 'a duration from "5s" to "24h"', parse: atLeast(5000) },
  'on-leak': { fallback: 'fail', takes: '"fail" or "warn"', parse: oneOf('fail', 'warn') },
  'sweep-labels': {
    fallback: '',
    takes: 'labels KEY=VALUE, one a line, each with exactly one value',
    parse: parseLabels,
  } as Input<readonly string[]>,
  protect: { fallback: 'true', takes: '"true" or "false"', parse: parseBoolean },
  'path-roots': {
    fallback: '/tmp/topology',
    takes: 'absolute paths, one a line, no segment of them empty, "." or "..", and not "/" itself',
    parse: parsePathRoots,
  } as Input<readonly string[]>,
  'docker-host': {
    fallback: '',
    takes: 'unix://PATH, tcp://HOST:PORT or ssh://USER@HOST',
    parse: (text: string) =>
      /^(unix:\/\/\/.+|tcp:\/\/[^/]+|ssh:\/\/[^/]+.*)?$/.test(text) ? text : undefined,
  },
  'remove-images': { fallback: 'never', takes: '"never" or "pulled"', parse: oneOf('never', 'pulled') },
  'save-logs': { fallback: 'never', takes: '"never" or "always"', parse: oneOf('never', 'always') },
  summary: { fallback: 'true', takes: '"true" or "false"', parse: parseBoolean },
} as const satisfies Record<string, Input<unknown>>;

type InputName = keyof typeof INPUTS;
type Parsed = { [N in InputName]: Exclude<ReturnType<(typeof INPUTS)[N]['parse']>, undefined> };

/** What people may set, in the order of the table: what it takes, in words, and its default. */
export const INPUT_TABLE: readonly {
  readonly name: string;
  readonly takes: string;
  readonly fallback: string;
}[] = Object.entries(INPUTS).map(([name, { takes, fallback }]) => ({ name, takes, fallback }));

export const INPUT_NAMES: readonly string[] = Object.keys(INPUTS);

/** What the inputs come to, by name: what was given, else the default. */
export function withDefaults(raw: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(INPUT_TABLE.map(({ name, fallback }) => [name, raw[name]?.trim() || fallback]));
}

/**
 * Reads all inputs, an empty or missing one being its default.
 * @throws TopoGcError `invalid-input`, with a fault for each input that is wrong.
 */
export function parseSettings(raw: Readonly<Record<string, string | undefined>>): Settings {
  const faults: Fault[] = [];
  const parsed: Record<string, unknown> = {};
  const texts = withDefaults(raw);
  for (const [name, input] of Object.entries<Input<unknown>>(INPUTS)) {
    const text = texts[name] ?? '';
    const value = input.parse(text);
    if (value === undefined) faults.push({ field: name, value: text, detail: `takes ${input.takes}` });
    parsed[name] = value;
  }
  if (faults.length > 0) {
    const lines = faults.map((fault) => `\n  ${describeFault(fault)}`).join('');
    throw new TopoGcError('invalid-input', `Nothing was started, as inputs are not valid:${lines}`, {
      faults,
    });
  }
  return toSettings(parsed as Parsed);
}

function toSettings(inputs: Parsed): Settings {
  return {
    limits: limitsFrom(inputs),
    reclaim: inputs.reclaim,
    looksAhead: true,
    pollIntervalMs: inputs['poll-interval'],
    ...(inputs['stop-timeout'] !== 'own' && { stopTimeoutMs: inputs['stop-timeout'] }),
    deafContainers: inputs['deaf-containers'],
    concurrency: inputs.concurrency,
    drainTimeoutMs: inputs['drain-timeout'],
    onLeak: inputs['on-leak'],
    sweepLabels: inputs['sweep-labels'],
    protect: inputs.protect,
    pathRoots: inputs['path-roots'],
    ...(inputs['docker-host'] && { dockerHost: inputs['docker-host'] }),
    removeImages: inputs['remove-images'],
    saveLogs: inputs['save-logs'] === 'always',
    summary: inputs.summary,
  };
}
