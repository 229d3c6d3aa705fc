import { expect, test } from 'vitest';
import { AgentRig } from '../../../fakes/agent-rig.ts';
import { unreachable } from '../../../fakes/fake-engine.ts';
import { madeSpace } from '../../../fakes/made-readings.ts';

const readingsOf = async (rig: AgentRig) => (await rig.time.until(rig.agent.status())).readings;

test('all readings are taken together', async () => {
  using rig = new AgentRig();
  rig.world.network('net');
  for (const name of ['a', 'b']) rig.world.container(name, { stopMs: 60_000, graceMs: 60_000 });
  await rig.submit('old', { containers: ['a'] });
  await rig.time.pass(5000);
  await rig.submit('young', { containers: ['b'], networks: ['net', 'typo'] });
  expect(await readingsOf(rig)).toEqual({
    at: rig.time.now(),
    disk: [madeSpace(50)],
    memory: [madeSpace(50, 'memory')],
    cpu: { by: 'pressure', percent: 10 },
    busyPercent: 50,
    containers: 2,
    networks: 1,
    oldestMs: 5000,
    unavailable: [],
  });
});

test('what can not be read is unavailable, with the reason, and no 0', async () => {
  using rig = new AgentRig();
  rig.probe.failures = ['/data: ENOENT'];
  rig.probe.free = () => {
    throw new Error('/proc/meminfo has no MemAvailable');
  };
  rig.probe.pressure = () => {
    throw new Error('/proc/pressure/cpu has no "some avg10"');
  };
  rig.script.fail('countBridges', unreachable());
  const readings = await readingsOf(rig);
  expect(readings.disk).toEqual([madeSpace(50)]);
  expect(readings.memory).toEqual([]);
  expect(readings).not.toHaveProperty('cpu');
  expect(readings).not.toHaveProperty('networks');
  expect(readings).not.toHaveProperty('oldestMs');
  expect(readings.unavailable.toSorted((a, b) => a.reading.localeCompare(b.reading))).toEqual([
    { reading: 'cpu', why: '/proc/pressure/cpu has no "some avg10"' },
    { reading: 'disk', why: '/data: ENOENT' },
    { reading: 'memory', why: '/proc/meminfo has no MemAvailable' },
    { reading: 'networks', why: 'connect ECONNREFUSED' },
  ]);
});

test('a control group that can not be seen is told beside the memory of the host', async () => {
  using rig = new AgentRig();
  rig.probe.memoryFailures = ["the control group /job can't be seen"];
  expect(await readingsOf(rig)).toMatchObject({
    memory: [madeSpace(50, 'memory')],
    unavailable: [{ reading: 'memory', why: "the control group /job can't be seen" }],
  });
});

test('that something can not be read is said once, and again only for another reason', async () => {
  using rig = new AgentRig();
  for (const failures of [['/data: ENOENT'], ['/data: ENOENT'], ['/data: EACCES'], [], ['/data: ENOENT']]) {
    rig.probe.failures = failures;
    await readingsOf(rig);
  }
  expect(rig.log.lines).toEqual([
    "warn: disk can't be read: /data: ENOENT",
    "warn: disk can't be read: /data: EACCES",
  ]);
});
