import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { submit, waitFor } from '../../client/submitting.ts';
import { describeFault } from '../../domain/errors.ts';
import { LABELLED_KINDS } from '../../domain/kinds/kinds.ts';
import { countMembers } from '../../domain/removal/collection.ts';
import { nameAt } from '../../domain/text/name-at.ts';
import type { SelectorObject } from '../../domain/topology/submission.ts';
import { isKept } from '../../domain/topology/topology.ts';
import type { Milestone } from '../../protocol/agent-service.ts';
import { composeSelector, TAKES_PROJECT } from '../../protocol/compose-project.ts';
import { isStackName, type StackName, TAKES_STACK } from '../../protocol/stack.ts';
import type { TopologyAnswer, TopologyBody } from '../../protocol/topology-body.ts';
import { members } from '../../words/figures.ts';
import { oneLine } from '../../words/one-line.ts';
import { type Command, EXIT, print, printJson, say, UsageError } from '../command.ts';
import { EnginesMeant } from '../engines-meant.ts';
import {
  membersNamed,
  OTHER_KINDS,
  OWN,
  optionsOf,
  PLAIN,
  SHARED,
  TOPOLOGY_HELP,
  usageOf,
  wrongNames,
} from '../member-options.ts';
import { handOver } from '../submit-with-agent.ts';
import { tellUsage } from '../untold-usage.ts';

const HELP = `usage: topo-gc submit [--id ID] [--name NAME]${usageOf(PLAIN)}
                     ${usageOf(SHARED)} [--label KEY=VALUE]... [--compose PROJECT [--volumes]]...
                      [--stack STACK [--volumes]]...${usageOf(OWN)} [--file FILE|-]
                      [--engine NAME]... [--stop-timeout DURATION] [--wait stopped|removed] [--json]

Hands a topology over and returns: the agent asks its containers to stop at once.

${TOPOLOGY_HELP}
  --wait WHAT        answer only when all have stopped, or all are removed
  --json             print the answer of the API

  topo-gc submit --container web --container db --network shop
  topo-gc submit --label suite=vlan --wait stopped
  topo-gc submit --compose shop --volumes --wait removed
  topo-gc submit --container web --engine east --container web --network shop
  echo '{"containers": ["web"]}' | topo-gc submit --file -
`;

/** The options that describe a topology; a lease takes them too. */
export const TOPOLOGY_OPTIONS = {
  id: { type: 'string' },
  name: { type: 'string' },
  ...optionsOf(LABELLED_KINDS),
  label: { type: 'string', multiple: true },
  ...optionsOf(OTHER_KINDS),
  compose: { type: 'string', multiple: true },
  stack: { type: 'string', multiple: true },
  volumes: { type: 'boolean' },
  engine: { type: 'string', multiple: true },
  file: { type: 'string' },
  'stop-timeout': { type: 'string' },
  json: { type: 'boolean' },
} as const;

const OPTIONS = { ...TOPOLOGY_OPTIONS, wait: { type: 'string' } } as const;

type TopologyValues = ReturnType<typeof parseArgs<{ options: typeof TOPOLOGY_OPTIONS }>>['values'];
type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

function selectors(
  { label = [], compose = [], volumes = false }: TopologyValues,
  engines: EnginesMeant,
): (string | SelectorObject)[] {
  const labels = label.map((text, at) => {
    const engine = engines.of('label', at);
    return engine === undefined ? `label=${text}` : { label: text, engine };
  });
  const projects = compose.map((project, at) => {
    const selector = composeSelector(project, volumes);
    if (selector === undefined) throw new UsageError(`--compose ${project}: ${TAKES_PROJECT}`);
    const engine = engines.of('compose', at);
    return engine === undefined ? selector : { ...selector, engine };
  });
  return [...labels, ...projects];
}

function stacks({ stack = [], volumes = false }: TopologyValues, engines: EnginesMeant): StackName[] {
  const [wrong] = stack.filter((name) => !isStackName(name));
  if (wrong !== undefined) throw new UsageError(`--stack ${JSON.stringify(wrong)}: ${TAKES_STACK}`);
  return stack.map((name, at) => {
    const engine = engines.of('stack', at);
    if (!volumes && engine === undefined) return name;
    return { name, ...(volumes && { volumes }), ...(engine !== undefined && { engine }) };
  });
}

/** The name of a project or a stack says more than a generated id. */
function nameOf({ id, name, compose, stack }: TopologyValues) {
  const own = name ?? (id === undefined ? (compose?.[0] ?? stack?.[0]) : undefined);
  return own === undefined ? {} : { name: own };
}

function fromFlags(values: TopologyValues, engines: EnginesMeant): TopologyBody {
  return {
    ...(values.id !== undefined && { id: values.id }),
    ...nameOf(values),
    ...membersNamed(values, LABELLED_KINDS, engines),
    ...((values.label || values.compose) && { selectors: selectors(values, engines) }),
    ...(values.stack && { stacks: stacks(values, engines) }),
    ...membersNamed(values, OTHER_KINDS, engines),
    ...(values['stop-timeout'] !== undefined && { stopTimeout: values['stop-timeout'] }),
  };
}

/** The agent checks its fields. */
function fromFile(path: string): TopologyBody {
  const text = readFileSync(path === '-' ? 0 : path, 'utf8');
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  } catch (cause) {
    throw new UsageError(`--file ${path}: not JSON (${cause instanceof Error ? cause.message : cause})`);
  }
  throw new UsageError(`--file ${path}: takes a JSON object`);
}

/** @throws UsageError, which points to the help of that command */
export function readTopology(
  values: TopologyValues,
  engines: EnginesMeant,
  command = 'submit',
): TopologyBody {
  if (values.volumes && values.compose === undefined && values.stack === undefined)
    throw new UsageError(
      '--volumes goes with --compose PROJECT or --stack STACK; a single volume is --volume V',
    );
  const flags = fromFlags(values, engines);
  if (engines.unused !== undefined)
    throw new UsageError(
      `--engine ${engines.unused} is meant for nothing: it counts for the members that follow it`,
    );
  if (values.file === undefined) {
    if (Object.keys(flags).length === 0)
      throw new UsageError(`name something to hand over: see topo-gc ${command} --help`);
    return flags;
  }
  const [other] = Object.keys(flags);
  if (other !== undefined)
    throw new UsageError('--file holds the whole topology: leave the other options out');
  return fromFile(values.file);
}

/** One line for the topology, and one line for each member that was absent (a typo shows there) or that is left, and why. */
export function describeSubmitted({ id, state, leaseEndsAt, members: all }: TopologyAnswer): string {
  const absent = all.filter((member) => member.state === 'absent');
  const present = all.filter((member) => member.state !== 'absent');
  const kept = present.filter(isKept);
  const counted = members(countMembers(present.filter((member) => !isKept(member))));
  const until = leaseEndsAt === undefined ? '' : `until ${new Date(leaseEndsAt).toISOString()}`;
  return [
    [`${id}: ${counted}`, present.length === 0 ? '' : state, until].filter((part) => part !== '').join(' '),
    ...kept.map((member) => `  ${member.kind} ${nameAt(member)} is left: ${member.error ?? ''}`),
    ...absent.map((member) => `  ${member.kind} ${nameAt(member)}: ${member.error ?? 'not there'}`),
    // The error of a failed member says why.
    ...present
      .filter((member) => member.state === 'failed')
      .map((member) => `  ${member.kind} ${nameAt(member)}: ${member.error ?? 'failed'}`),
  ]
    .map(oneLine)
    .join('\n');
}

/** Reads the command line. @throws UsageError, or the errors of `parseArgs` */
function read(args: readonly string[]): {
  values: Values;
  wait: Milestone | undefined;
  topology: TopologyBody;
} {
  const { values, tokens } = parseArgs({ args: [...args], options: OPTIONS, tokens: true });
  const { wait } = values;
  if (wait !== undefined && wait !== 'stopped' && wait !== 'removed')
    throw new UsageError(`--wait ${JSON.stringify(wait)}: takes stopped or removed`);
  return { values, wait, topology: readTopology(values, new EnginesMeant(tokens)) };
}

async function readOrTell(args: readonly string[]) {
  try {
    return read(args);
  } catch (error) {
    await tellUsage(args);
    throw error;
  }
}

/** Prints a warning for each reference that is not taken, and for parts without effect. */
export function warn({ errors = [], warnings = [] }: TopologyAnswer): void {
  for (const fault of [...errors, ...warnings]) say(`warning: ${oneLine(describeFault(fault))}`);
}

async function run(args: readonly string[]): Promise<number> {
  const { values, wait, topology: named } = await readOrTell(args);
  const wrong = wrongNames(values);
  if (wrong.length > 0) {
    // The agent refuses the submission and records it, so its other references are not forgotten.
    await submit(named).catch(() => undefined);
    throw new UsageError(wrong.map(oneLine).join('; '));
  }
  const taken = await handOver(named);
  // It is unknown when members in the spool will have stopped.
  if (taken === undefined) return wait === undefined ? EXIT.done : EXIT.noAgent;
  const topology = wait === undefined ? taken : await waitFor(taken, wait);
  warn({ ...topology, ...(taken.warnings && { warnings: taken.warnings }) });
  if (values.json) printJson(topology);
  else print(describeSubmitted(topology));
  // A user who waits wants free names and ports, but members that were not taken still hold theirs.
  const isWaitedInVain = wait !== undefined && topology.errors !== undefined;
  return topology.state === 'failed' || isWaitedInVain ? EXIT.refused : EXIT.done;
}

export const submitCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
