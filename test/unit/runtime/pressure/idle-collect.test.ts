import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { busy } from '../../../fakes/fake-engine.ts';
import { madeSpace } from '../../../fakes/made-readings.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const idle = (inputs: Readonly<Record<string, string>> = {}) => {
  const rig = new AgentRig({ inputs: { 'idle-collect': '20%', ...inputs } });
  rig.probe.busy = () => 5;
  rig.agent.start();
  return rig;
};

const collections = (rig: AgentRig) =>
  rig.events.flatMap((event) => (event.type === 'collected' ? [event.collection] : []));

test('what has stopped is collected while the CPUs are idle, and the record tells how idle', async () => {
  using rig = idle();
  rig.world.network('net');
  rig.world.container('a', { networks: ['net'] });
  await rig.submit('lab', { containers: ['a'], networks: ['net'] });
  await rig.time.pass(10 * SECOND);
  expect(collections(rig)).toMatchObject([
    {
      trigger: 'idle',
      reason: 'the CPUs were 5% busy, less than 20%',
      topologies: ['lab'],
      before: { busyPercent: 5 },
      removed: { containers: 1, networks: 1 },
    },
  ]);
  expect(rig.world.names).toEqual([]);
});

test.each([
  ['while they are busy', '20%', 20],
  ['where nobody asked for it', 'off', 0],
])('nothing is collected %s', async (_, threshold, share) => {
  using rig = idle({ 'idle-collect': threshold });
  rig.probe.busy = () => share;
  rig.world.container('a');
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.pass(MINUTE);
  expect(collections(rig)).toEqual([]);
});

test('what is still stopping is waited for by nobody', async () => {
  using rig = idle();
  rig.world.container('quick');
  rig.world.container('stubborn', { stopMs: MINUTE, graceMs: MINUTE });
  await rig.submit('lab', { containers: ['quick', 'stubborn'] });
  await rig.time.pass(10 * SECOND);
  expect(rig.states('lab')).toEqual({ quick: 'removed', stubborn: 'stopping' });
  expect(collections(rig)).toHaveLength(1);
  const { startedAt = 0, endedAt = MINUTE } = collections(rig)[0] ?? {};
  expect(endedAt - startedAt).toBeLessThan(SECOND);
  await rig.time.pass(MINUTE);
  expect(rig.stateOf('lab')).toBe('removed');
});

test('many go a few at a look, the oldest first', async () => {
  using rig = idle();
  const ids = Array.from({ length: 10 }, (_, at) => `lab${at}`);
  for (const id of ids) {
    rig.world.container(id);
    await rig.submit(id, { containers: [id] });
  }
  await rig.time.pass(MINUTE);
  expect(collections(rig).map(({ topologies }) => topologies)).toEqual([
    ids.slice(0, 4),
    ids.slice(4, 8),
    ids.slice(8),
  ]);
});

test('what could not be removed is left to the next real collection', async () => {
  using rig = idle();
  rig.world.container('a');
  rig.script.fail('remove', busy(), { of: 'a' });
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.pass(10 * MINUTE);
  expect(collections(rig)).toHaveLength(1);
  expect(rig.stateOf('lab')).toBe('failed');
  rig.script.heal();
  await rig.collect();
  expect(rig.stateOf('lab')).toBe('removed');
});

test('a threshold that is crossed goes first', async () => {
  using rig = idle({ 'disk-threshold': '4GiB free' });
  rig.probe.spaces = () => [madeSpace(rig.world.names.length > 0 ? 3 : 60)];
  rig.world.container('a');
  await rig.submit('lab', { containers: ['a'] });
  await rig.time.pass(10 * SECOND);
  expect(collections(rig)).toMatchObject([{ trigger: 'disk' }]);
});
