import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { START } from '../../../fakes/virtual-time.ts';

const LABELS = { suite: 'vlan' };

const names = (rig: AgentRig, id: string) => rig.topology(id).members.map(({ name }) => name);

test('a selector takes all kinds that carry exactly that label', async () => {
  using rig = new AgentRig();
  rig.world.network('net', { labels: LABELS });
  rig.world.container('a', { labels: LABELS, networks: ['net'] });
  rig.world.volume('data', { labels: LABELS });
  rig.world.container('other', { labels: { suite: 'vlan2' } });
  await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(names(rig, 'lab').sort()).toEqual(['a', 'data', 'net']);
  // What only an inspection tells is known too.
  expect(rig.topology('lab').members.find(({ name }) => name === 'a')).toMatchObject({ graceMs: 10_000 });
});

test('a selector that finds nothing is an empty topology', async () => {
  using rig = new AgentRig();
  const { topology } = await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(topology.members).toEqual([]);
  expect(rig.agent.pending()).toEqual([]);
});

test('a selector is asked again until nothing new comes, for what was being created', async () => {
  using rig = new AgentRig();
  const createdAt = new Date(START).toISOString();
  rig.world.container('a', { labels: LABELS });
  rig.script.before('listLabelled', () => void rig.world.container('b', { labels: LABELS, createdAt }), {
    times: 1,
  });
  let listed = 0;
  rig.script.before('listLabelled', () => {
    listed += 1;
    if (listed === 1) rig.world.container('c', { labels: LABELS, createdAt });
  });
  await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(names(rig, 'lab').sort()).toEqual(['a', 'b', 'c']);
  expect(rig.script.asked('listLabelled')).toHaveLength(3);
});

test('a selector that never settles is given up with what it found', async () => {
  using rig = new AgentRig();
  const createdAt = new Date(START).toISOString();
  let made = 0;
  rig.script.before(
    'listLabelled',
    () => void rig.world.container(`c${made++}`, { labels: LABELS, createdAt }),
  );
  await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(names(rig, 'lab')).toHaveLength(made);
  expect(made).toBeLessThan(100);
});

test.each([
  ['a minute later', 60_000],
  ['in the same second', 400],
])('what was created after the submission was accepted is somebody else’s: %s', async (_, laterMs) => {
  using rig = new AgentRig();
  rig.world.container('a', { labels: LABELS });
  await rig.time.pass(100);
  const createdAt = new Date(rig.time.now() + laterMs).toISOString();
  rig.script.before('listLabelled', () => void rig.world.container('late', { labels: LABELS, createdAt }), {
    times: 1,
  });
  await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(names(rig, 'lab')).toEqual(['a']);
  expect(rig.world.isRunning('late')).toBe(true);
});

test('the reaper of Testcontainers, which carries the label of its session, is no member of it', async () => {
  using rig = new AgentRig();
  rig.world.container('a', { labels: LABELS });
  rig.world.container('ryuk', { labels: { ...LABELS, 'org.testcontainers.ryuk': 'true' } });
  await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(names(rig, 'lab')).toEqual(['a']);
  expect(rig.world.isRunning('ryuk')).toBe(true);
});

test('what has gone between the list and the look is no typo', async () => {
  using rig = new AgentRig();
  rig.world.container('a', { labels: LABELS });
  const { id } = rig.world.container('quick', { labels: LABELS });
  rig.script.before('find', () => rig.world.delete('container', id), { of: id });
  await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(rig.states('lab')).toEqual({ a: 'stopping' });
});

test('a name that is taken again later is somebody else’s', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  await rig.submit('lab', { containers: ['a'] });
  await rig.collect();
  rig.world.container('a');
  await rig.submit('other', { labels: ['suite=vlan'] });
  const report = await rig.drain();
  expect(report.leaks).toEqual([]);
  expect(rig.world.isRunning('a')).toBe(true);
});

test('a volume that takes the name of one that was listed, without its label, is somebody else’s', async () => {
  using rig = new AgentRig();
  rig.world.volume('data', { labels: LABELS });
  rig.script.before('find', () => {
    rig.world.delete('volume', 'data');
    rig.world.volume('data', { createdAt: new Date(START).toISOString() });
  });
  await rig.submit('lab', { labels: ['suite=vlan'] });
  expect(names(rig, 'lab')).toEqual([]);
});
