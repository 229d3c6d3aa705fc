import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy } from '../../../fakes/fake-engine.ts';
import { GIB, madeSpace } from '../../../fakes/made-readings.ts';

const SECOND = 1000;
const LABS = ['one', 'two', 'three', 'four', 'five', 'six'];

async function submitLabs(rig: AgentRig, ids: readonly string[] = LABS): Promise<void> {
  for (const id of ids) {
    const containers = ['a', 'b', 'c', 'd'].map((node) => rig.world.container(`${id}-${node}`).name);
    await rig.submit(id, { containers });
  }
}

const pending = (rig: AgentRig) => rig.agent.pending().map(({ id }) => id);

const collections = (rig: AgentRig) =>
  rig.events.flatMap((event) => (event.type === 'collected' ? [event.collection] : []));

test('counts: the oldest go, as few as bring the count back by the margin', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'container-threshold': '24' } });
  rig.agent.start();
  await submitLabs(rig);
  await rig.time.pass(30 * SECOND);
  expect(pending(rig)).toEqual(['three', 'four', 'five', 'six']);
  expect(collections(rig)).toMatchObject([{ trigger: 'containers', topologies: ['one', 'two'] }]);
});

test('disk: a few at a time, measured again after each, until it is back by the margin', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'disk-threshold': '10GiB free' } });
  // Each container holds a quarter of a GiB: with four topologies gone it is 11.5.
  const free = () => 13.5 - rig.world.names.length / 4;
  await submitLabs(rig);
  rig.probe.spaces = () => [madeSpace(free())];
  rig.agent.start();
  await rig.time.pass(30 * SECOND);
  expect(pending(rig)).toEqual(['five', 'six']);
  expect(collections(rig)).toMatchObject([
    { trigger: 'disk', topologies: ['one', 'two'], after: { disk: [madeSpace(9.5)] } },
    { trigger: 'disk', topologies: ['three', 'four'], after: { disk: [madeSpace(11.5)] } },
  ]);
});

test('a threshold that was not crossed takes no part, however near it is', async () => {
  using rig = new AgentRig({
    inputs: { reclaim: 'enough', 'container-threshold': '24', 'memory-threshold': '85%' },
  });
  rig.probe.free = () => [madeSpace(18, 'memory')];
  rig.agent.start();
  await submitLabs(rig);
  await rig.time.pass(30 * SECOND);
  expect(pending(rig)).toEqual(['three', 'four', 'five', 'six']);
});

test('where nothing helps, all are collected once, and it does not spin', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'disk-threshold': '10GiB free' } });
  rig.probe.spaces = () => [madeSpace(1)];
  rig.script.fail('remove', busy(), { of: 'two-a' });
  await submitLabs(rig, ['one', 'two', 'three']);
  rig.agent.start();
  await rig.time.pass(300 * SECOND);
  const count = collections(rig).length;
  expect(count).toBeLessThanOrEqual(3);
  expect(pending(rig)).toEqual(['two']);
  await rig.time.pass(300 * SECOND);
  expect(collections(rig)).toHaveLength(count);
});

test('disk: sizes are asked for only then, and the largest layers go first', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'disk-threshold': '10GiB free' } });
  const sizes: Record<string, number> = { small: 0.001, large: 1.5, larger: 2.5 };
  for (const [name, gib] of Object.entries(sizes)) {
    rig.world.container(name, { layerBytes: gib * GIB });
    await rig.submit(name, { containers: [name] });
  }
  rig.agent.start();
  await rig.time.pass(10 * SECOND);
  expect(rig.script.asked('layerBytes')).toEqual([]);
  const free = () => 9.2 + (rig.world.names.includes('larger') ? 0 : 2.5);
  rig.probe.spaces = () => [madeSpace(free())];
  await rig.time.pass(10 * SECOND);
  expect(pending(rig)).toEqual(['small', 'large']);
  expect(rig.script.asked('layerBytes').toSorted()).toEqual(['large', 'larger', 'small']);
});

test('disk: an engine that does not tell sizes holds nothing up for long', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'disk-threshold': '10GiB free' } });
  rig.script.hang('layerBytes');
  await submitLabs(rig, ['one', 'two', 'three']);
  rig.probe.spaces = () => [madeSpace(9.5 + (3 - rig.world.names.length / 4))];
  rig.agent.start();
  await rig.time.pass(10 * SECOND);
  expect(pending(rig)).toEqual(['three']);
});

test('memory: what runs goes first, and its grace is cut short', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'memory-threshold': '85%' } });
  await submitLabs(rig, ['stopped']);
  await rig.time.pass(SECOND);
  rig.world.container('stubborn', { stopMs: 60_000, graceMs: 60_000 });
  await rig.submit('running', { containers: ['stubborn'] });
  rig.probe.free = () => [madeSpace(rig.world.isRunning('stubborn') ? 10 : 40, 'memory')];
  rig.agent.start();
  await rig.time.pass(5 * SECOND);
  expect(rig.script.asked('kill')).toEqual(['stubborn']);
  expect(collections(rig)[0]).toMatchObject({ trigger: 'memory' });
  expect(rig.stateOf('running')).toBe('removed');
});

test('counts: nobody is killed for them', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'container-threshold': '1' } });
  rig.world.container('stubborn', { stopMs: 60_000, graceMs: 10_000 });
  await rig.submit('lab', { containers: ['stubborn'] });
  await rig.time.pass(30 * SECOND);
  expect(rig.script.asked('kill')).toEqual([]);
  expect(rig.stateOf('lab')).toBe('removed');
});

test('what is crossed while others are brought back is brought back too', async () => {
  using rig = new AgentRig({
    inputs: { reclaim: 'enough', 'disk-threshold': '10GiB free', 'memory-threshold': '85%' },
  });
  await submitLabs(rig);
  const gone = () => 6 - rig.world.names.length / 4;
  rig.probe.spaces = () => [madeSpace(9 + 1.2 * gone())];
  rig.probe.free = () => [madeSpace(gone() < 2 ? 50 : 9.5 + 2.7 * gone(), 'memory')];
  rig.agent.start();
  await rig.time.pass(10 * SECOND);
  expect(pending(rig)).toEqual(['five', 'six']);
  expect(collections(rig)).toHaveLength(2);
});

test('what is about to be full is collected for until it lasts', async () => {
  using rig = new AgentRig({ inputs: { reclaim: 'enough', 'disk-threshold': '4GiB free' } });
  await submitLabs(rig);
  // 2 GiB a second are written, and each topology holds 10 GiB.
  const written = () => (2 * rig.elapsed) / SECOND;
  rig.probe.spaces = () => [madeSpace(40 - written() + 10 * (6 - rig.world.names.length / 4))];
  rig.agent.start();
  await rig.time.untilTrue(() => collections(rig).length > 0);
  expect(collections(rig)[0]).toMatchObject({
    trigger: 'ahead',
    reason: expect.stringMatching(/^\/data: full in \d+ s at this rate, a collection takes up to 12 s$/),
    topologies: ['one', 'two'],
  });
  await rig.time.pass(2 * SECOND);
  expect(pending(rig)).toEqual(['three', 'four', 'five', 'six']);
});
