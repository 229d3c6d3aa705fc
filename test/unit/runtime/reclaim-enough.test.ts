import { expect, test } from 'vitest';
import { AgentRig } from '../../fakes/agent-rig.ts';
import { busy } from '../../fakes/fake-engine.ts';
import { madeSpace } from '../../fakes/made-readings.ts';

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
