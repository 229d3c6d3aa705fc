import { describe, expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy, unreachable } from '../../../fakes/fake-engine.ts';
import { madeSpace } from '../../../fakes/made-readings.ts';

const SECOND = 1000;

/** A topology of four containers and a network, submitted. */
async function submitLab(rig: AgentRig, id: string): Promise<void> {
  const network = rig.world.network(`${id}-net`).name;
  const containers = ['a', 'b', 'c', 'd'].map((node) => `${id}-${node}`);
  for (const name of containers) rig.world.container(name, { networks: [network] });
  await rig.submit(id, { containers, networks: [network] });
}

const collections = (rig: AgentRig) =>
  rig.events.flatMap((event) => (event.type === 'collected' ? [event.collection] : []));

const lowDisk = { inputs: { 'disk-threshold': '4GiB free' } };

test('a crossed threshold collects what is pending, and the record tells why', async () => {
  using rig = new AgentRig(lowDisk);
  rig.agent.start();
  await submitLab(rig, 'lab');
  await rig.time.pass(60 * SECOND);
  expect(collections(rig)).toEqual([]);
  rig.probe.spaces = () => [madeSpace(rig.world.names.length > 0 ? 3 : 60)];
  await rig.time.pass(5 * SECOND);
  expect(collections(rig)).toMatchObject([
    {
      trigger: 'disk',
      reason: '3.00 GiB free of /data, threshold 4.00 GiB',
      topologies: ['lab'],
      before: { disk: [madeSpace(3)] },
      after: { disk: [madeSpace(60)] },
      removed: { containers: 4, networks: 1 },
    },
  ]);
});

test('nothing is collected while nothing is pending', async () => {
  using rig = new AgentRig(lowDisk);
  rig.probe.spaces = () => [madeSpace(1)];
  rig.agent.start();
  await rig.time.pass(60 * SECOND);
  expect(collections(rig)).toEqual([]);
});

test('the thresholds are looked at on each submission: the next network may be the last', async () => {
  using rig = new AgentRig({ inputs: { 'network-threshold': '3', 'poll-interval': '1h' } });
  rig.agent.start();
  for (const id of ['one', 'two']) await submitLab(rig, id);
  await rig.time.pass(5 * SECOND);
  expect(collections(rig)).toEqual([]);
  await submitLab(rig, 'three');
  await rig.time.pass(5 * SECOND);
  expect(collections(rig)).toMatchObject([{ trigger: 'networks', removed: { networks: 3 } }]);
});

test('what is submitted while a collection runs is looked at after it', async () => {
  using rig = new AgentRig({ inputs: { 'container-threshold': '4', 'poll-interval': '1h' } });
  rig.agent.start();
  await submitLab(rig, 'one');
  await submitLab(rig, 'two');
  await rig.time.pass(5 * SECOND);
  expect(rig.world.names).toEqual([]);
});

test('what has minutes of grace keeps nothing that comes later from being collected', async () => {
  using rig = new AgentRig({ inputs: { 'container-threshold': '4' } });
  rig.agent.start();
  rig.world.container('slow', { stopMs: 290 * SECOND, graceMs: 300 * SECOND });
  await rig.submit('slow', { containers: ['slow'] });
  for (const id of ['one', 'two', 'three']) {
    await submitLab(rig, id);
    await rig.time.pass(6 * SECOND);
    expect(rig.stateOf(id)).toBe('removed');
  }
  expect(rig.stateOf('slow')).toBe('stopping');
  await rig.time.pass(300 * SECOND);
  expect(rig.stateOf('slow')).toBe('removed');
  const removed = collections(rig).reduce((sum, { removed: { containers } }) => sum + containers, 0);
  expect(removed).toBe(13);
});

test('an old topology is collected at its age', async () => {
  using rig = new AgentRig({ inputs: { 'age-threshold': '1m' } });
  rig.agent.start();
  await submitLab(rig, 'lab');
  await rig.time.pass(59 * SECOND);
  expect(collections(rig)).toEqual([]);
  await rig.time.pass(5 * SECOND);
  expect(collections(rig)).toMatchObject([{ trigger: 'age', topologies: ['lab'] }]);
});

describe('with something that can not be removed, a threshold does not fire again until something has changed', () => {
  /** Lets the first firing go by, and tells how many collections there were. */
  async function settle(rig: AgentRig): Promise<number> {
    rig.script.fail('remove', busy(), { of: 'lab-a' });
    rig.agent.start();
    await submitLab(rig, 'lab');
    await rig.time.pass(300 * SECOND);
    const count = collections(rig).length;
    expect(count).toBeGreaterThan(0);
    // One more, as the first one has changed the pending set.
    expect(count).toBeLessThanOrEqual(2);
    await rig.time.pass(300 * SECOND);
    expect(collections(rig)).toHaveLength(count);
    return count;
  }

  const settled = async (inputs: Record<string, string>, read: (rig: AgentRig) => void) => {
    const rig = new AgentRig({ inputs });
    read(rig);
    return { rig, count: await settle(rig) };
  };

  test('until the reading has changed', async () => {
    const { rig, count } = await settled(lowDisk.inputs, ({ probe }) => {
      probe.spaces = () => [madeSpace(3)];
    });
    using _ = rig;
    rig.probe.spaces = () => [madeSpace(3.1)];
    await rig.time.pass(60 * SECOND);
    expect(collections(rig)).toHaveLength(count);
    rig.probe.spaces = () => [madeSpace(1)];
    await rig.time.pass(60 * SECOND);
    expect(collections(rig)).toHaveLength(count + 1);
  });

  test('until the pending set has changed', async () => {
    const { rig, count } = await settled(lowDisk.inputs, ({ probe }) => {
      probe.spaces = () => [madeSpace(3)];
    });
    using _ = rig;
    await submitLab(rig, 'more');
    await rig.time.pass(60 * SECOND);
    expect(collections(rig)[count]).toMatchObject({ topologies: ['lab', 'more'] });
  });

  test.each([
    ['two file systems', lowDisk.inputs, [madeSpace(3, '/'), madeSpace(2, '/data')]],
    ['a file system that tells no size', lowDisk.inputs, [{ of: '/odd', totalBytes: 0, freeBytes: 0 }]],
    [
      'several kinds',
      { ...lowDisk.inputs, 'network-threshold': '1', 'container-threshold': '1' },
      [madeSpace(1)],
    ],
  ])('it does not spin: %s', async (_, inputs, spaces) => {
    const { rig } = await settled(inputs, ({ probe }) => {
      probe.spaces = () => spaces;
    });
    rig[Symbol.dispose]();
  });
});

test('what is unavailable fires nothing, and the others go on', async () => {
  using rig = new AgentRig({
    inputs: { ...lowDisk.inputs, 'network-threshold': '1', 'container-threshold': '8' },
  });
  rig.probe.spaces = () => [];
  rig.probe.failures = ['/data: EACCES'];
  rig.script.fail('countBridges', unreachable());
  rig.agent.start();
  await submitLab(rig, 'one');
  await rig.time.pass(60 * SECOND);
  expect(collections(rig)).toEqual([]);
  await submitLab(rig, 'two');
  await rig.time.pass(5 * SECOND);
  expect(collections(rig)).toMatchObject([{ trigger: 'containers' }]);
});
