import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy, rejected } from '../../../fakes/fake-engine.ts';

const SECOND = 1000;

test('a volume in use stays with the engine’s words; a shared one is left to its users', async () => {
  using rig = new AgentRig();
  for (const name of ['data', 'cache']) rig.world.volume(name);
  rig.world.container('stranger', { volumes: ['data', 'cache'] });
  await rig.submit('lab', { volumes: ['data', 'cache'], shared: ['cache'] });
  expect(await rig.collect()).toMatchObject({ removed: { volumes: 0 }, failed: 1 });
  expect(rig.topology('lab').members).toMatchObject([
    { name: 'data', state: 'failed', error: 'volume is in use (held by stranger)' },
    { name: 'cache', state: 'removed', error: 'volume is in use (held by stranger)' },
  ]);
});

test('a volume whose name was taken again is somebody else’s and is left alone', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  await rig.submit('lab', { volumes: ['data'] });
  rig.world.delete('volume', 'data');
  await rig.time.pass(5 * SECOND);
  rig.world.volume('data');
  expect(await rig.collect()).toMatchObject({ failed: 0 });
  expect(rig.script.asked('remove')).toEqual([]);
  expect((await rig.drain()).leaks).toEqual([]);
  expect(rig.world.names).toEqual(['data']);
});

test('a volume that is submitted again under the same id, as its name was taken again, goes too', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  rig.world.container('a');
  rig.script.fail('remove', rejected(), { of: 'a', times: 1 });
  await rig.submit('lab', { containers: ['a'], volumes: ['data'] });
  await rig.collect();
  expect(rig.states('lab')).toEqual({ a: 'failed', data: 'removed' });
  await rig.time.pass(2 * SECOND);
  rig.world.volume('data');
  await rig.submit('lab', { volumes: ['data'] });
  const report = await rig.drain();
  expect(rig.world.names).toEqual([]);
  expect(report.leaks).toEqual([]);
});

test('a container that was started again is stopped again before it is removed', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.pass(SECOND);
  rig.world.start('a');
  expect(await rig.collect()).toMatchObject({ removed: { containers: 1 }, failed: 0 });
  expect(rig.script.asked('stop')).toEqual(['a', 'a']);
});

test('a container that is started again and again is removed by force, once it was asked to stop again', async () => {
  using rig = new AgentRig();
  rig.world.container('a');
  rig.script.before('remove', () => rig.world.start('a'));
  await rig.submit('lab', { containers: ['a'] });
  expect(await rig.collect()).toMatchObject({ removed: { containers: 1 }, failed: 0 });
  expect(rig.script.asked('remove')).toEqual(['a', 'a']);
  expect(rig.script.asked('stop')).toEqual(['a', 'a']);
});

test('what is busy is tried again; what is gone counts as removed', async () => {
  using rig = new AgentRig();
  for (const name of ['busy', 'gone']) rig.world.container(name);
  rig.script.fail('remove', busy(), { of: 'busy', times: 3 });
  await rig.submit('lab', { containers: ['busy', 'gone'] });
  rig.world.delete('container', rig.topology('lab').members[1]?.id ?? '');
  expect(await rig.collect()).toMatchObject({
    removed: { containers: 1 },
    goneOtherwise: { containers: 1 },
    failed: 0,
  });
});

test('a removal that hangs gives its place to others', async () => {
  using rig = new AgentRig({ inputs: { concurrency: '2' } });
  for (const name of ['net-0', 'net-1', 'net-2']) rig.world.network(name);
  for (const name of ['net-0', 'net-1']) rig.script.hang('remove', { of: name });
  await rig.submit('lab', { networks: ['net-0', 'net-1', 'net-2'] });
  const collecting = rig.collect();
  await rig.time.pass(15 * SECOND);
  expect(rig.world.names).toEqual(['net-0', 'net-1']);
  await collecting;
});
