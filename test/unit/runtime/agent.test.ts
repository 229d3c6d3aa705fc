import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/ledger/journal-events.ts';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../fakes/agent-rig.ts';
import { rejected } from '../../fakes/fake-engine.ts';
import { START } from '../../fakes/virtual-time.ts';

const SECOND = 1000;
const LAB = 'lab' as TopologyId;

const statusOf = (rig: AgentRig) => rig.time.until(rig.agent.status());

describe('the status', () => {
  test('tells who the agent is, what is pending and what it has done', async () => {
    using rig = new AgentRig({ inputs: { reclaim: 'enough' } });
    rig.world.network('net');
    rig.world.volume('data');
    for (const name of ['a', 'b']) rig.world.container(name, { networks: ['net'] });
    await rig.submit('lab', { containers: ['a', 'tpyo'], networks: ['net'], volumes: ['data'] });
    await rig.submit('other', { containers: ['b'] });
    await rig.time.pass(2 * SECOND);
    expect(await statusOf(rig)).toMatchObject({
      version: '1.2.3',
      pid: 42,
      session: 's1',
      startedAt: START,
      uptimeMs: 2 * SECOND,
      state: 'idle',
      engine: { id: 'ENGINE', version: '20.10.24' },
      inputs: { reclaim: 'enough' },
      pending: { topologies: 2, containers: 2, networks: 1, volumes: 1 },
      totals: { submissions: 2, collections: 0, removed: { containers: 0 }, failed: 0 },
    });
    rig.script.fail('remove', rejected(), { of: 'a' });
    await rig.collect();
    expect(await statusOf(rig)).toMatchObject({
      pending: { topologies: 1, containers: 1, networks: 0, volumes: 0 },
      totals: { collections: 1, removed: { containers: 1, networks: 1, volumes: 1 }, failed: 1 },
    });
  });

  test('tells what the agent does', async () => {
    using rig = new AgentRig();
    rig.world.container('a', { stopMs: 5 * SECOND });
    await rig.submit('lab', { containers: ['a'] });
    const seen = [(await statusOf(rig)).state];
    const collecting = rig.collect();
    await rig.time.pass(SECOND);
    seen.push((await statusOf(rig)).state);
    await collecting;
    rig.world.container('b', { stopMs: 5 * SECOND });
    await rig.submit('more', { containers: ['b'] });
    const draining = rig.drain({ final: true });
    await rig.time.pass(SECOND);
    seen.push((await statusOf(rig)).state);
    await draining;
    seen.push((await statusOf(rig)).state);
    expect(seen).toEqual(['idle', 'collecting', 'draining', 'closed']);
  });
});

test('topologies are told the oldest first, the pending ones without those that are gone', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b', 'c']) rig.world.container(name);
  for (const [id, name] of [
    ['one', 'a'],
    ['two', 'b'],
    ['three', 'c'],
  ] as const)
    await rig.submit(id, { containers: [name] });
  await rig.collect('two');
  expect(rig.agent.topologies().map(({ id }) => id)).toEqual(['one', 'two', 'three']);
  expect(rig.agent.pending().map(({ id }) => id)).toEqual(['one', 'three']);
});

test('who listens is told of everything, until it does not want to any more', async () => {
  using rig = new AgentRig();
  const types: string[] = [];
  const unsubscribe = rig.agent.subscribe(({ type }) => types.push(type));
  rig.world.container('a');
  await rig.submit('lab', { containers: ['a'] });
  await rig.collect();
  expect(types).toEqual([
    'submitted',
    'stopping',
    'triggered',
    'stopped',
    'removing',
    'removed',
    'collected',
  ]);
  unsubscribe();
  await rig.collect();
  expect(types).toHaveLength(7);
});

test('a successor asks those to stop again that its predecessor did not see stop, and drains the rest', async () => {
  const containers = ['stopped', 'running', 'gone'] as const;
  const ids = new Map<string, string>();
  {
    using before = new AgentRig();
    for (const name of containers) ids.set(name, before.world.container(name).id);
  }
  const about = (type: 'stopped' | 'removed', name: string): JournalEvent =>
    ({ type, at: START, topology: LAB, member: `container:${ids.get(name)}` }) as JournalEvent;
  const submitted: JournalEvent = {
    type: 'submitted',
    at: START,
    topology: LAB,
    name: 'lab',
    metadata: {},
    members: containers.map((name) => ({
      kind: 'container',
      id: ids.get(name) ?? '',
      name,
      graceMs: 10_000,
    })),
    tookMs: 1,
  };
  using rig = new AgentRig({ events: [submitted, about('stopped', 'stopped'), about('removed', 'gone')] });
  for (const name of ['stopped', 'running']) rig.world.container(name);
  rig.agent.start();
  await rig.time.pass(SECOND);
  expect(rig.script.asked('stop')).toEqual(['running']);
  const report = await rig.drain({ final: true });
  expect(rig.world.names).toEqual([]);
  expect(report.removed).toMatchObject({ containers: 3 });
});
