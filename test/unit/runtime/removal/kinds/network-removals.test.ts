import { expect, test } from 'vitest';
import { AgentRig } from '../../../../fakes/agent-rig.ts';
import { busy, rejected, unreachable } from '../../../../fakes/fake-engine.ts';

const SECOND = 1000;

/** A network that a container of nobody's uses, beside one that is submitted. */
async function submitUsedNetwork(rig: AgentRig, shared: readonly string[] = []): Promise<void> {
  rig.world.network('net');
  rig.world.container('mine', { networks: ['net'] });
  rig.world.container('stranger', { networks: ['net'] });
  await rig.submit('lab', { containers: ['mine'], networks: ['net'], shared });
}

test('a network that a stranger holds stays, and the failure names the stranger', async () => {
  using rig = new AgentRig();
  await submitUsedNetwork(rig);
  expect(await rig.collect()).toMatchObject({ removed: { containers: 1, networks: 0 }, failed: 1 });
  expect(rig.topology('lab').members[1]?.error).toBe('network has active endpoints (held by stranger)');
  expect(rig.world.isRunning('stranger')).toBe(true);
  expect(rig.script.asked('disconnect')).toEqual([]);
});

test('a shared network that a stranger holds is left to it, which is no failure', async () => {
  using rig = new AgentRig();
  await submitUsedNetwork(rig, ['net']);
  expect(await rig.collect()).toMatchObject({ removed: { containers: 1, networks: 0 }, failed: 0 });
  expect(rig.stateOf('lab')).toBe('removed');
  expect(rig.world.names).toEqual(['net', 'stranger']);
  expect((await rig.drain()).topologies[0]?.kept).toEqual(['net']);
});

test('a shared network that nobody uses any more goes', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('mine', { networks: ['net'] });
  await rig.submit('lab', { containers: ['mine'], networks: ['net'], shared: ['net'] });
  await rig.collect();
  expect(rig.world.names).toEqual([]);
});

test('a network of two topologies waits for the containers of both', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('a', { networks: ['net'] });
  rig.world.container('b', { networks: ['net'], stopMs: 5 * SECOND });
  await rig.submit('one', { containers: ['a'], networks: ['net'] });
  await rig.submit('two', { containers: ['b'], networks: ['net'] });
  expect(await rig.collect('one')).toMatchObject({ removed: { networks: 1 }, failed: 0 });
  expect(rig.stateOf('one')).toBe('removed');
  expect(await rig.collect()).toMatchObject({ topologies: ['two'], failed: 0 });
  expect(rig.stateOf('two')).toBe('removed');
});

test('networks do not wait behind containers that have stopped', async () => {
  using rig = new AgentRig({ inputs: { concurrency: '2' } });
  const boxes = Array.from({ length: 20 }, (_, at) => `box-${at}`);
  for (const name of boxes) rig.world.container(name, { running: false });
  rig.world.network('net');
  await rig.submit('lab', { containers: boxes, networks: ['net'] });
  await rig.time.pass(SECOND);
  await rig.collect();
  const removals = rig.script.asked('remove');
  expect(removals).toHaveLength(21);
  expect(removals.slice(0, 3)).toContain('net');
});

test('endpoints that the engine has not let go of are disconnected, of our own exited containers only', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  for (const name of ['a', 'b']) rig.world.container(name, { networks: ['net'], lingers: true });
  // They can not be removed at first, so that the network comes first.
  rig.script.fail('remove', busy(), { of: 'a', times: 1 });
  rig.script.fail('remove', busy(), { of: 'b', times: 1 });
  await rig.submit('lab', { containers: ['a', 'b'], networks: ['net'] });
  expect(await rig.collect()).toMatchObject({ removed: { containers: 2, networks: 1 }, failed: 0 });
  expect(rig.script.asked('disconnect').sort()).toEqual(['a', 'b']);
});

test.each(['endpoints', 'disconnect'] as const)(
  'a moment’s trouble of the engine fails no network: %s',
  async (call) => {
    using rig = new AgentRig();
    rig.world.network('net');
    rig.world.container('a', { networks: ['net'], lingers: true });
    rig.script.fail('remove', busy(), { of: 'a', times: 2 });
    rig.script.fail(call, unreachable(), { times: 1 });
    await rig.submit('lab', { containers: ['a'], networks: ['net'] });
    expect(await rig.collect()).toMatchObject({ removed: { containers: 1, networks: 1 }, failed: 0 });
  },
);

test('a network whose container could not be stopped names it', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('a', { networks: ['net'] });
  rig.script.fail('stop', rejected('cannot stop'), { of: 'a' });
  await rig.submit('lab', { containers: ['a'], networks: ['net'] });
  expect(await rig.collect()).toMatchObject({ failed: 2 });
  expect(rig.topology('lab').members.map(({ error }) => error)).toEqual([
    'cannot stop',
    'network has active endpoints (held by a)',
  ]);
});

test.each([
  ['goes without it', false, ['job']],
  ['stays where it is shared', true, []],
])('a network that a test has connected the job’s container to %s', async (_, shared, disconnected) => {
  using rig = new AgentRig({ guarded: { containers: ['job'], networks: [] } });
  rig.world.network('net');
  rig.world.container('job', { networks: ['net'] });
  await rig.submit('lab', { networks: ['net'], shared: shared ? ['net'] : [] });
  await rig.collect();
  expect(rig.script.asked('disconnect')).toEqual(disconnected);
  expect(rig.world.look('network', 'net') !== undefined).toBe(shared);
  expect(rig.world.isRunning('job')).toBe(true);
});
