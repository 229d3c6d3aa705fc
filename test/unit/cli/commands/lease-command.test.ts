import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EXIT } from '../../../../src/cli/command.ts';
import { leaseCommand } from '../../../../src/cli/commands/lease-command.ts';
import { fail } from '../../../../src/cli/failure.ts';
import { VARIABLES } from '../../../../src/protocol/environment.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';
import { ServedAgent } from '../../../fakes/served-agent.ts';

const END = Date.parse('2026-11-28T10:30:00Z');

let agent: ServedAgent;
let printed: string[];

beforeEach(async () => {
  agent = await ServedAgent.start();
  vi.stubEnv(VARIABLES.socket, agent.path);
  vi.stubEnv(VARIABLES.folder, undefined);
  printed = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await agent[Symbol.asyncDispose]();
});

const run = (...args: readonly string[]) => leaseCommand.run(args).catch(fail);
const asked = () => agent.service.asked.map(({ what, of }) => [what, of]);

test('a topology is leased for a time, and its end is printed', async () => {
  agent.service.add({ ...madeTopology('lab', [madeMember('a', { state: 'leased' })]), leaseEndsAt: END });
  const named = ['--id', 'lab', '--container', 'a', '--label', 'suite=vlan'];
  expect(await run(...named, '--ttl', '30m')).toBe(EXIT.done);
  expect(printed).toEqual(['lab: 1 container leased until 2026-11-28T10:30:00.000Z\n']);
  expect(asked()).toMatchObject([
    [
      'lease',
      {
        owner: undefined,
        ttlMs: 1_800_000,
        submission: { id: 'lab', members: [{ ref: 'a' }], selectors: [{ label: 'suite=vlan' }] },
      },
    ],
  ]);
});

test('the same id renews it, by itself; a process may own it; it is given back', async () => {
  expect(await run('--id', 'lab', '--ttl', '90s')).toBe(EXIT.done);
  expect(await run('--id', 'lab', '--owner', '4242')).toBe(EXIT.done);
  expect(await run('--id', 'lab', '--drop')).toBe(EXIT.done);
  expect(asked()).toMatchObject([
    ['lease', { ttlMs: 90_000 }],
    ['lease', { owner: { pid: 4242 } }],
    ['dropLease', 'lab'],
  ]);
  expect(printed.at(-1)).toBe('lab: 1 container dropped\n');
});

test.each([
  [['--container', 'a'], 'takes either --ttl DURATION or --owner PID'],
  [['--container', 'a', '--ttl', '30m', '--owner', '1'], 'takes either --ttl DURATION or --owner PID'],
  [['--container', 'a', '--ttl', '30'], '--ttl "30": takes a duration with its unit, from "1s" to "24h"'],
  [['--container', 'a', '--ttl', '500ms'], '--ttl "500ms": takes a duration'],
  [['--container', 'a', '--owner', 'me'], '--owner "me": takes the id of a process'],
  [['--ttl', '30m'], 'name something to hand over: see topo-gc lease --help'],
  [['--drop'], '--drop goes with --id ID'],
  [['--drop', '--id', 'lab', '--ttl', '1m'], '--drop goes with --id ID'],
  [['--ttl'], "Option '--ttl <value>' argument missing"],
])('usage: %j', async (args, said) => {
  expect(await run(...args)).toBe(EXIT.usage);
  expect(printed.join('')).toContain(said);
  expect(asked()).toEqual([]);
});

test('without an agent it says so: a lease never goes to the spool', async () => {
  vi.stubEnv(VARIABLES.socket, undefined);
  expect(await run('--container', 'a', '--ttl', '30m')).toBe(EXIT.noAgent);
  expect(printed.join('')).toContain('TOPO_GC_SOCKET is not set');
});
