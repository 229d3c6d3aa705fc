import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';

/** By then all containers of a small topology are asked. */
const A_MOMENT_MS = 100;

test('a submission is on disk and its containers are being asked to stop when it is answered; nobody waits for the stops', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  for (const name of ['a', 'b'])
    rig.world.container(name, { stopMs: 60_000, graceMs: 60_000, networks: ['net'] });
  const { topology, known } = await rig.submit('lab', { containers: ['a', 'b'], networks: ['net'] });
  expect(known).toBe(false);
  expect(rig.journal.synced).toMatchObject([{ type: 'submitted', topology: 'lab' }]);
  expect(rig.states('lab')).toEqual({ a: 'stopping', b: 'stopping', net: 'stopped' });
  expect(topology).toEqual(rig.topology('lab'));
  expect(rig.elapsed).toBe(0);
  await rig.time.pass(A_MOMENT_MS);
  expect(rig.script.asked('stop')).toEqual(['a', 'b']);
});

test('members are known by their ids from then on, whatever they were called', async () => {
  using rig = new AgentRig();
  const { id } = rig.world.container('a');
  await rig.submit('lab', { containers: [id.slice(0, 12)] });
  expect(rig.topology('lab').members).toMatchObject([{ kind: 'container', id, name: 'a' }]);
});

test('what is named twice is one member', async () => {
  using rig = new AgentRig();
  const { id } = rig.world.container('a', { labels: { suite: 'vlan' } });
  await rig.submit('lab', { containers: ['a', id, id.slice(0, 12)], labels: ['suite=vlan'] });
  expect(rig.topology('lab').members).toHaveLength(1);
});

test('what is not there is reported, so that a typo shows, and is nothing to wait for', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  const { topology } = await rig.submit('lab', { containers: ['a', 'tpyo'], networks: ['gone'] });
  expect(topology.members).toMatchObject([
    { name: 'a' },
    { kind: 'container', name: 'tpyo', state: 'absent' },
    { kind: 'network', name: 'gone', state: 'absent' },
  ]);
  await rig.collect();
  expect(rig.stateOf('lab')).toBe('removed');
});

test('an id is made where there is none, and each is another', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b']) rig.world.container(name);
  const ids = [
    (await rig.submit(undefined, { containers: ['a'] })).topology.id,
    (await rig.submit(undefined, { containers: ['b'] })).topology.id,
  ];
  expect(new Set(ids).size).toBe(2);
  expect(rig.topology(ids[0] ?? '').name).toBe(ids[0]);
});

test('the time that the client has waited is kept', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.before('find', () => rig.time.sleep(12));
  await rig.submit('lab', { containers: ['a'] });
  expect(rig.journal.synced).toMatchObject([{ tookMs: 12 }]);
});

test('the same id again is known: nothing new is written, and nothing is asked again', async () => {
  using rig = new AgentRig();
  rig.world.container('a', { stopMs: 5000 });
  await rig.submit('lab', { containers: ['a', 'typo'] });
  const { topology, known } = await rig.submit('lab', { containers: ['a', 'typo'] });
  expect(known).toBe(true);
  expect(topology).toEqual(rig.topology('lab'));
  expect(rig.journal.synced).toHaveLength(1);
  expect(rig.script.asked('stop')).toEqual(['a']);
});

test('new members under a known id are merged and stopped', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b']) rig.world.container(name, { stopMs: 5000 });
  await rig.submit('lab', { containers: ['a'] });
  const { known } = await rig.submit('lab', { containers: ['a', 'b'] });
  expect(known).toBe(true);
  expect(rig.states('lab')).toEqual({ a: 'stopping', b: 'stopping' });
  await rig.time.pass(A_MOMENT_MS);
  expect(rig.script.asked('stop')).toEqual(['a', 'b']);
});

test('the same id again when all of it is gone is still known', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('a', { networks: ['net'] });
  rig.world.volume('data');
  const fields = { containers: ['a'], networks: ['net'], volumes: ['data'] };
  await rig.submit('lab', fields);
  await rig.collect();
  expect(rig.world.names).toEqual([]);
  expect(await rig.submit('lab', fields)).toMatchObject({ known: true });
  expect(rig.stateOf('lab')).toBe('removed');
});

test('a lease and a submission of one id at once are one topology, whichever is first', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b', 'c', 'd']) rig.world.container(name);
  rig.script.before('find', () => rig.time.sleep(5));
  await Promise.all([
    rig.lease('early', { containers: ['a'] }),
    rig.submit('early', { containers: ['b'] }),
    rig.submit('late', { containers: ['c'] }),
    expect(rig.lease('late', { containers: ['d'] })).rejects.toMatchObject({ code: 'already-submitted' }),
  ]);
  expect(
    rig.agent
      .topologies()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['early', 'late']);
  expect(Object.keys(rig.states('early')).sort()).toEqual(['a', 'b']);
  expect(await rig.drain({ final: true })).toMatchObject({ leaks: [] });
  // A refused lease named `d`: once the job is over, that goes too.
  expect(rig.world.names).toEqual([]);
});

test('two submissions of one id at once are one topology', async () => {
  using rig = new AgentRig();
  for (const name of ['a', 'b']) rig.world.container(name, { stopMs: 5000 });
  rig.script.before('find', () => rig.time.sleep(5));
  await Promise.all([
    rig.submit('lab', { containers: ['a'] }),
    rig.submit('lab', { containers: ['a', 'b'] }),
  ]);
  expect(Object.keys(rig.states('lab')).sort()).toEqual(['a', 'b']);
  await rig.time.pass(A_MOMENT_MS);
  expect(rig.script.asked('stop').sort()).toEqual(['a', 'b']);
});
