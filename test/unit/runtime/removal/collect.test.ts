import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { rejected } from '../../../fakes/fake-engine.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;

/** A topology of that many containers in a network, submitted. */
async function submitLab(rig: AgentRig, id: string, count: number, stopMs = 100): Promise<void> {
  const network = rig.world.network(`${id}-net`).name;
  const containers = Array.from({ length: count }, (_, at) => `${id}-${at}`);
  for (const name of containers)
    rig.world.container(name, { stopMs, graceMs: 60 * SECOND, networks: [network] });
  await rig.submit(id, { containers, networks: [network] });
}

test('a collection waits for what has not stopped, removes all of it, and is recorded with its readings', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'lab', 4, 3 * SECOND);
  const record = await rig.collect();
  expect(rig.world.names).toEqual([]);
  expect(rig.stateOf('lab')).toBe('removed');
  expect(record).toMatchObject({
    id: 1,
    trigger: 'request',
    reason: 'on request',
    startedAt: START,
    topologies: ['lab'],
    before: { containers: 4, networks: 1 },
    after: { containers: 0, networks: 0 },
    removed: { containers: 4, networks: 1, volumes: 0 },
    failed: 0,
  });
  expect(record.endedAt).toBe(rig.time.now());
  expect(rig.journal.events).toContainEqual({ type: 'collected', at: record.endedAt, collection: record });
});

test('a container goes as soon as it has stopped, a network as soon as all of its containers have exited', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  rig.world.container('quick', { stopMs: SECOND, networks: ['net'] });
  rig.world.container('slow', { stopMs: 5 * SECOND, networks: ['net'] });
  await rig.submit('lab', { containers: ['quick', 'slow'], networks: ['net'] });
  await rig.collect();
  const exitOf = (name: string, stopMs: number) => (rig.script.firstAt('stop', name) ?? Number.NaN) + stopMs;
  const removals = ['quick', 'slow', 'net'].map((name) => rig.script.firstAt('remove', name));
  const slow = exitOf('slow', 5 * SECOND);
  expect(removals).toEqual([exitOf('quick', SECOND), slow, slow]);
  expect(rig.script.asked('remove')).toHaveLength(3);
});

test('a volume goes after the containers, as a stopped one still holds it', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  rig.world.container('a', { volumes: ['data'], stopMs: SECOND });
  await rig.submit('lab', { containers: ['a'], volumes: ['data'] });
  const record = await rig.collect();
  expect(rig.script.asked('remove')).toEqual(['a', 'data']);
  expect(record.removed).toEqual({ containers: 1, networks: 0, volumes: 1 });
});

test('a collection does not wait for the grace of another one', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'slow', 1, 50 * SECOND);
  await submitLab(rig, 'quick', 1, SECOND);
  const slow = rig.collect('slow');
  const began = rig.time.now();
  expect(await rig.collect('quick')).toMatchObject({ topologies: ['quick'], removed: { containers: 1 } });
  expect(rig.time.now() - began).toBeLessThan(3 * SECOND);
  expect(rig.stateOf('slow')).toBe('stopping');
  expect(await slow).toMatchObject({ id: 2, topologies: ['slow'], removed: { containers: 1 } });
});

test('what two collections want is removed once, and counted by the one that removed it', async () => {
  using rig = new AgentRig();
  rig.world.volume('data');
  await submitLab(rig, 'lab', 2, 5 * SECOND);
  await rig.submit('lab', { volumes: ['data'] });
  const first = rig.collect();
  await rig.time.pass(SECOND);
  const second = rig.collect();
  expect(await first).toMatchObject({ removed: { containers: 2, networks: 1, volumes: 1 }, failed: 0 });
  expect(await second).toMatchObject({
    removed: { containers: 0, networks: 0, volumes: 0 },
    goneOtherwise: { containers: 2, networks: 1, volumes: 1 },
    failed: 0,
  });
  expect(rig.script.asked('remove')).toHaveLength(4);
});

test.each([30 * 24 * 3600, 100 * 365 * 24 * 3600])(
  'a grace of %d s, which no timer holds, fails nothing else',
  async (seconds) => {
    using rig = new AgentRig();
    rig.world.container('patient', { stopMs: 20 * SECOND, graceMs: seconds * SECOND });
    await submitLab(rig, 'lab', 1);
    await rig.submit('other', { containers: ['patient'] });
    expect(await rig.collect()).toMatchObject({ removed: { containers: 2, networks: 1 }, failed: 0 });
    expect(rig.log.lines.join()).toContain('patient has a grace of a day or more, which counts as a day');
  },
);

test('only what was asked for is collected; what is unknown is an error', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'one', 1);
  await submitLab(rig, 'two', 1);
  expect((await rig.collect('two')).topologies).toEqual(['two']);
  expect(rig.stateOf('one')).toBe('stopped');
  expect(() => rig.collect('three')).toThrow('There is no topology three');
});

test('what is submitted while a collection runs is left to the next one', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'one', 1, 5 * SECOND);
  const collecting = rig.collect();
  await rig.time.pass(SECOND);
  await submitLab(rig, 'two', 1);
  expect((await collecting).topologies).toEqual(['one']);
  expect((await rig.collect()).topologies).toEqual(['two']);
});

test('no more removals than asked for are under way at once, while stops are not limited', async () => {
  using rig = new AgentRig({ inputs: { concurrency: '3' } });
  rig.script.before('remove', () => rig.time.sleep(SECOND));
  for (const id of ['one', 'two', 'three']) await submitLab(rig, id, 8, 5 * SECOND);
  await rig.collect();
  expect(rig.script.mostAtOnce('remove')).toBe(3);
  expect(rig.script.mostAtOnce('stop')).toBe(24);
  expect(rig.world.names).toEqual([]);
});

test('a member that fails stops no other, and is tried again by the next collection', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'one', 3);
  await submitLab(rig, 'two', 3);
  rig.script.fail('remove', rejected('driver failed to remove root filesystem'), { of: 'one-1', times: 1 });
  const record = await rig.collect();
  expect(record).toMatchObject({ removed: { containers: 5, networks: 2 }, failed: 1 });
  expect(rig.topology('one').members[1]).toMatchObject({
    state: 'failed',
    error: 'driver failed to remove root filesystem',
  });
  expect(rig.stateOf('two')).toBe('removed');
  expect(await rig.collect()).toMatchObject({ topologies: ['one'], removed: { containers: 1 }, failed: 0 });
});

test('a container that hangs fails alone, two minutes after its grace', async () => {
  using rig = new AgentRig();
  await submitLab(rig, 'lab', 3);
  rig.world.container('stuck', { graceMs: 10 * SECOND });
  rig.script.hang('stop', { of: 'stuck' });
  await rig.submit('other', { containers: ['stuck'] });
  const record = await rig.collect();
  expect(record).toMatchObject({ removed: { containers: 3, networks: 1 }, failed: 1 });
  expect(rig.stateOf('lab')).toBe('removed');
  expect(rig.stateOf('other')).toBe('failed');
  expect(record.endedAt - record.startedAt).toBe(130 * SECOND);
  expect(rig.topology('other').members[0]).toMatchObject({
    cause: 'out-of-time',
    error: expect.stringMatching(
      /^the time was up: it waited 130s for its stop .its grace is 10s.; the engine has not answered$/,
    ),
  });
});

test('a grace that the input makes longer than two minutes is waited for', async () => {
  using rig = new AgentRig({ inputs: { 'stop-timeout': '10m' } });
  rig.world.container('patient', { stopMs: 540 * SECOND, graceMs: 10 * SECOND });
  await rig.submit('lab', { containers: ['patient'] });
  expect(await rig.collect()).toMatchObject({ removed: { containers: 1 }, failed: 0 });
});

test('a collection of nothing is recorded too', async () => {
  using rig = new AgentRig();
  expect(await rig.collect()).toMatchObject({ id: 1, topologies: [], failed: 0 });
});
