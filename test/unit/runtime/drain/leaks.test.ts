import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy, rejected } from '../../../fakes/fake-engine.ts';

const SECOND = 1000;
const LABEL = { 'topo-gc.session': 's1' };

test('what could not be removed is a leak in the engine’s words; all else goes', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  for (const name of ['good', 'dead']) rig.world.container(name, { networks: ['net'] });
  rig.script.fail('remove', busy(), { of: 'dead' });
  await rig.submit('lab', { containers: ['good', 'dead'], networks: ['net'] });
  const report = await rig.drain();
  expect(report.leaks).toEqual([
    {
      topology: 'lab',
      kind: 'container',
      id: rig.topology('lab').members[1]?.id,
      name: 'dead',
      cause: 'busy',
      reason: expect.stringMatching(/^device or resource busy; looked at \d+ times in \d+s$/),
    },
  ]);
  expect(report.removed).toEqual({ containers: 1, networks: 1, volumes: 0 });
});

test('a network that a stranger holds is a leak that names the stranger', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('stranger', { networks: ['net'] });
  await rig.submit('lab', { networks: ['net'] });
  const { leaks } = await rig.drain();
  expect(leaks).toMatchObject([
    { kind: 'network', name: 'net', reason: expect.stringContaining('held by stranger') },
  ]);
});

test('a shared network that stays is no leak', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('stranger', { networks: ['net'] });
  await rig.submit('lab', { networks: ['net'], shared: ['net'] });
  expect((await rig.drain()).leaks).toEqual([]);
});

test('what the engine still shows after its removal is a leak', async () => {
  using rig = new AgentRig();
  for (const name of ['good', 'zombie']) rig.world.container(name);
  for (const name of ['data', 'ghost']) rig.world.volume(name);
  for (const name of ['zombie', 'ghost']) rig.world.cling(name);
  await rig.submit('lab', { containers: ['good', 'zombie'], volumes: ['data', 'ghost'] });
  const { leaks } = await rig.drain();
  expect(leaks.map(({ kind, name, reason }) => [kind, name, reason])).toEqual([
    ['container', 'zombie', 'the engine still shows it after its removal'],
    ['volume', 'ghost', 'the engine still shows it after its removal'],
  ]);
});

test('what carries the label of the session and came too late is a leak', async () => {
  using rig = new AgentRig();
  rig.script.before('list', () => void rig.world.container('late', { labels: LABEL }));
  rig.script.before('listLabelled', () => rig.time.sleep(10));
  const { leaks } = await rig.drain();
  expect(leaks).toMatchObject([{ topology: 'topo-gc.session=s1', kind: 'container', name: 'late' }]);
});

test('what failed once is tried again, so that the next drain may find nothing left', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.fail('remove', rejected('driver failed'), { of: 'a' });
  await rig.submit('lab', { containers: ['a'] });
  expect((await rig.drain()).leaks).toMatchObject([{ name: 'a', reason: 'driver failed' }]);
  expect(rig.script.asked('remove').length).toBeLessThan(5);
  rig.script.heal();
  expect((await rig.drain()).leaks).toEqual([]);
});

test('what failed in an earlier collection is tried again by the drain', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.fail('remove', rejected('driver failed'), { of: 'a', times: 1 });
  await rig.submit('lab', { containers: ['a'] });
  await rig.collect();
  expect(rig.stateOf('lab')).toBe('failed');
  expect(await rig.drain({ budgetMs: 60 * SECOND })).toMatchObject({ removed: { containers: 1 }, leaks: [] });
});
