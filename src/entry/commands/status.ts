import { parseArgs } from 'node:util';
import { collections, duration, members, readings, topologies } from '../../adapters/report/figures.ts';
import type { Status } from '../../domain/agent-service.ts';
import { status as askStatus } from '../client/observe.ts';
import { type Command, EXIT, print, printJson, UsageError } from './command.ts';

const HELP = `usage: topo-gc status [--json]

Shows the readings beside the thresholds, what is pending, and what was removed so far.

  --json  print the answer of the API
`;

/** Which input a reading is compared with. */
const THRESHOLDS: Readonly<Record<string, string>> = {
  disk: 'disk-threshold',
  inodes: 'disk-threshold',
  memory: 'memory-threshold',
  cpu: 'cpu-threshold',
  busy: 'idle-collect',
  containers: 'container-threshold',
  networks: 'network-threshold',
};

function thresholdOf(name: string, inputs: Status['inputs']): string {
  const input = THRESHOLDS[name.split(' ')[0] ?? ''] ?? '';
  const value = inputs[input] ?? '';
  return input === 'idle-collect' ? `${input} ${value}` : `threshold ${value}`;
}

function describe(status: Status): string {
  const rows = readings(status.readings).map(
    ([name, value]) => `  ${name.padEnd(28)} ${value.padEnd(18)} ${thresholdOf(name, status.inputs)}`,
  );
  const { pending, totals } = status;
  return [
    `agent ${status.version}, pid ${status.pid}, ${status.state}, up ${duration(status.uptimeMs)}, session ${status.session}`,
    `engine ${status.engine.version} at ${status.engine.host}`,
    ...rows,
    ...status.readings.unavailable.map(({ reading, why }) => `  ${reading.padEnd(28)} unavailable: ${why}`),
    `pending: ${topologies(pending.topologies)}, ${members(pending)}`,
    `removed: ${members(totals.removed)} by ${collections(totals.collections)}; ${totals.failed} failed`,
  ].join('\n');
}

async function run(args: readonly string[]): Promise<number> {
  const options = { json: { type: 'boolean' }, watch: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  if (values.watch)
    throw new UsageError('--watch is not supported by this version yet: try `watch topo-gc status`');
  const status = await askStatus();
  if (values.json) printJson(status);
  else print(describe(status));
  return EXIT.done;
}

export const statusCommand: Command = {
  name: 'status',
  summary: 'show readings, thresholds and what is pending',
  help: HELP,
  run,
};
