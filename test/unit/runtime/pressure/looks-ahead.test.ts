import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { madeSpace } from '../../../fakes/made-readings.ts';
import { START } from '../../../fakes/virtual-time.ts';

const SECOND = 1000;
const lowDisk = { inputs: { 'disk-threshold': '1GiB free' } };

const collections = (rig: AgentRig) =>
  rig.events.flatMap((event) => (event.type === 'collected' ? [event.collection] : []));

async function submit(rig: AgentRig, id: string): Promise<void> {
  rig.world.container(id);
  await rig.submit(id, { containers: [id] });
}

/** Of a disk that loses so many GiB each second from 60 on. */
const losing = (rig: AgentRig, perSecond: number) => () => [
  madeSpace(60 - (perSecond * (rig.time.now() - START)) / SECOND),
];

test('a disk that fills up is collected for before it is full, and before its threshold', async () => {
  using rig = new AgentRig(lowDisk);
  rig.probe.spaces = losing(rig, 1);
  rig.agent.start();
  await submit(rig, 'lab');
  await rig.time.pass(60 * SECOND);
  const [first] = collections(rig);
  expect(first).toMatchObject({ trigger: 'ahead', topologies: ['lab'] });
  expect(first?.reason).toMatch(/^\/data: full in \d+ s at this rate, a collection takes up to 12 s$/);
  expect(first?.before.disk[0]?.freeBytes).toBeGreaterThan(2 ** 30);
});

test('one that does not fill up so soon is left to its threshold', async () => {
  using rig = new AgentRig(lowDisk);
  rig.probe.spaces = losing(rig, 0.01);
  rig.agent.start();
  await submit(rig, 'lab');
  await rig.time.pass(600 * SECOND);
  expect(collections(rig)).toEqual([]);
});

test('with enough, the two oldest go at a time', async () => {
  using rig = new AgentRig({ inputs: { ...lowDisk.inputs, reclaim: 'enough' } });
  rig.probe.spaces = losing(rig, 1);
  rig.agent.start();
  for (const id of ['a', 'b', 'c']) await submit(rig, id);
  await rig.time.pass(56 * SECOND);
  expect(collections(rig)[0]).toMatchObject({ trigger: 'ahead', topologies: ['a', 'b'] });
});
