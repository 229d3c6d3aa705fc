import { describe, expect, test } from 'vitest';
import { hostMoment } from '../../../../src/domain/moment.ts';
import type { MemberKey } from '../../../../src/domain/topology/topology.ts';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;
const SUITE = { suite: 'vlan' };
const inputs = { 'sweep-labels': 'suite=vlan\nproject=shop' };
const at = (ms: number) => new Date(START + ms).toISOString();

test('a drain collects what carries one of them, of every kind, submitted or not, and each once', async () => {
  using rig = new AgentRig({ inputs });
  rig.world.network('net', { labels: SUITE });
  rig.world.volume('data', { labels: { project: 'shop' } });
  rig.world.container('both', { labels: { ...SUITE, project: 'shop' }, networks: ['net'] });
  rig.world.container('submitted', { labels: SUITE });
  rig.world.container('other', { labels: { suite: 'vlan2' } });
  rig.world.container('mine', { labels: { 'topo-gc.session': 's1' } });
  await rig.submit('lab', { containers: ['submitted'] });
  const report = await rig.drain();
  expect(rig.world.names).toEqual(['other']);
  expect(report).toMatchObject({ removed: { containers: 3, networks: 1, volumes: 1 }, leaks: [] });
  expect(report.topologies.map(({ id, name }) => [id, name])).toEqual([
    ['lab', 'lab'],
    ['session-label', 'label topo-gc.session=s1'],
    ['sweep-label', 'label suite=vlan'],
    ['sweep-label-2', 'label project=shop'],
  ]);
});

test('no other collection does', async () => {
  using rig = new AgentRig({ inputs });
  rig.world.container('a', { labels: SUITE });
  await rig.collect();
  expect(rig.world.isRunning('a')).toBe(true);
});

describe('what is somebody else’s is left alone, and is no leak', () => {
  test.each(['true', 'false'])('what is older than the session, protect: %s', async (protect) => {
    using rig = new AgentRig({ inputs: { ...inputs, protect } });
    rig.world.container('older', { labels: SUITE, createdAt: at(-1) });
    rig.world.volume('older-data', { labels: SUITE, createdAt: at(-SECOND) });
    rig.world.container('younger', { labels: SUITE });
    expect(await rig.drain()).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect(rig.world.names).toEqual(['older', 'older-data']);
    expect(rig.log.lines.join('\n')).toMatch(
      /not swept by the label suite=vlan: .*container older was created/,
    );
  });

  test('service containers of the job, and what another session or agent has', async () => {
    using rig = new AgentRig({ inputs, guarded: { containers: ['service'], networks: [] } });
    rig.world.container('service', { labels: SUITE });
    rig.world.container('theirs', { labels: { ...SUITE, 'topo-gc.session': 's2' } });
    const { id } = rig.world.container('held', { labels: SUITE });
    rig.held.set(`container:${id}` as MemberKey, 's3');
    rig.world.container('ours', { labels: SUITE });
    expect(await rig.drain()).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect(rig.world.names).toEqual(['service', 'theirs', 'held']);
  });

  test('what another agent takes while it is looked up; the rest is collected', async () => {
    using rig = new AgentRig({ inputs });
    const { id } = rig.world.container('both-want-it', { labels: SUITE });
    rig.world.container('ours', { labels: SUITE });
    let looks = 0;
    rig.script.before(
      'find',
      () => {
        looks += 1;
        if (looks === 2) rig.held.set(`container:${id}` as MemberKey, 's3');
      },
      { of: id },
    );
    expect(await rig.drain()).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect(rig.world.names).toEqual(['both-want-it']);
  });

  test('what is leased goes on, until the drain is the final one', async () => {
    using rig = new AgentRig({ inputs });
    rig.world.container('in-use', { labels: SUITE });
    await rig.lease('lab', { containers: ['in-use'] });
    expect(await rig.drain()).toMatchObject({ topologies: [], leaks: [] });
    expect(rig.world.isRunning('in-use')).toBe(true);
    expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 1 }, leaks: [] });
    expect(rig.stateOf('lab')).toBe('removed');
  });
});

test('a volume whose name was taken again after its removal is collected too', async () => {
  using rig = new AgentRig({ inputs });
  rig.world.volume('data', { labels: SUITE });
  await rig.submit('lab', { volumes: ['data'] });
  await rig.collect();
  await rig.time.pass(SECOND);
  rig.world.volume('data', { labels: SUITE });
  expect(await rig.drain()).toMatchObject({ removed: { volumes: 2 }, leaks: [] });
  expect(rig.world.names).toEqual([]);
});

test('what came too late is a leak', async () => {
  using rig = new AgentRig({ inputs });
  rig.script.before('list', () => void rig.world.container('late', { labels: SUITE }));
  rig.script.before('listLabelled', () => rig.time.sleep(10));
  expect((await rig.drain()).leaks).toMatchObject([{ topology: 'suite=vlan', name: 'late' }]);
});

test('of a session that is over only what was there when its agent was last alive', async () => {
  const predecessor = { lastAlive: hostMoment(START + 5 * SECOND), isJobOver: true };
  using rig = new AgentRig({ inputs, predecessor });
  rig.world.container('before', { labels: SUITE, createdAt: at(4 * SECOND) });
  rig.world.container('after', { labels: SUITE, createdAt: at(6 * SECOND) });
  rig.world.container('ours', { labels: { 'topo-gc.session': 's1' }, createdAt: at(6 * SECOND) });
  await rig.time.pass(10 * SECOND);
  expect(await rig.drain({ final: true })).toMatchObject({ removed: { containers: 2 }, leaks: [] });
  expect(rig.world.names).toEqual(['after']);
});

test('of such a session nothing is taken that takes a name while it is looked up', async () => {
  const predecessor = { lastAlive: hostMoment(START + 5 * SECOND), isJobOver: true };
  using rig = new AgentRig({ inputs, predecessor });
  rig.world.volume('data', { labels: SUITE, createdAt: at(4 * SECOND) });
  await rig.time.pass(10 * SECOND);
  let looks = 0;
  rig.script.before('find', () => {
    looks += 1;
    if (looks !== 2) return;
    rig.world.delete('volume', 'data');
    rig.world.volume('data', { labels: SUITE, createdAt: at(9 * SECOND) });
  });
  await rig.drain({ final: true });
  expect(looks).toBeGreaterThan(1);
  expect(rig.world.names).toEqual(['data']);
});
