import { availableParallelism } from 'node:os';
import { expect, test, vi } from 'vitest';
import { HostProbe } from '../../src/adapters/host/probe/host-probe.ts';
import type { Status } from '../../src/protocol/agent-service.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { lackForMemoryGroups, MemoryGroup } from '../support/memory-group.ts';
import { skippedFor } from '../support/skipped.ts';
import { SpawnedProcess } from '../support/spawned-process.ts';

const MIB = 2 ** 20;
const OFTEN = { 'poll-interval': '200ms' };
/** An average of 10 s, or of a minute, has to rise, and the CPUs to be left alone again. */
const PATIENT = { timeout: 90_000, interval: 200 };

const statusOf = async (agent: AgentUnderTest): Promise<Status> =>
  (await agent.ask('GET', '/v1/status')).body;

const untilCollected = (agent: AgentUnderTest) =>
  vi.waitUntil(async () => (await statusOf(agent)).totals.collections > 0, PATIENT);

/** A process in that group which holds so much memory. */
async function holdMemory(group: MemoryGroup, mebibytes: number): Promise<SpawnedProcess> {
  const hold = `const held = Buffer.alloc(${mebibytes * MIB}, 1); console.log(held.length); setInterval(() => held, 1e6)`;
  const enter = 'echo $$ > "$0/cgroup.procs" && exec "$1" -e "$2"';
  const process_ = new SpawnedProcess('sh', ['-c', enter, group.path, process.execPath, hold]);
  await process_.output();
  return process_;
}

/** More than the CPUs can do at once, and all of it less urgent than what others do. */
function burnCpu(owned: AsyncDisposableStack): void {
  for (let at = 0; at < 3 * availableParallelism(); at++)
    owned.use(new SpawnedProcess('nice', ['-n', '19', 'sh', '-c', 'while :; do :; done']));
}

/** CPUs that do nothing more from now on; the agent of this process reads them. */
async function playIdleCpus(): Promise<Disposable> {
  const real = new HostProbe({ diskPaths: [] });
  const read = real.cpuTimes.bind(real);
  const { busy } = await read();
  return vi
    .spyOn(HostProbe.prototype, 'cpuTimes')
    .mockImplementation(async () => ({ total: (await read()).total, busy }));
}

test(
  'memory runs short in the control group of the agent, not on the host',
  skippedFor(lackForMemoryGroups()),
  async () => {
    await using objects = new EngineObjects();
    await using group = MemoryGroup.make(512 * MIB);
    await using agent = await AgentUnderTest.startProcess({
      inputs: { ...OFTEN, 'memory-threshold': '85%' },
    });
    group.add((await statusOf(agent)).pid);
    const { id } = await objects.container('box');
    await agent.submit({ id: 't', containers: [id] });
    const free = async () =>
      (await statusOf(agent)).readings.memory.find(({ of }) => of === group.path)?.freeBytes ?? 0;
    expect(await free()).toBeGreaterThan(256 * MIB);
    {
      await using _ = await holdMemory(group, 460);
      await untilCollected(agent);
      expect(await free()).toBeLessThan(256 * MIB);
    }
    await vi.waitUntil(async () => (await free()) > 256 * MIB, PATIENT);
    const { collections } = await agent.drain();
    expect(collections).toMatchObject([{ topologies: ['t'] }]);
    // Where it is taken slowly, that is seen before the threshold is crossed.
    expect(collections[0]?.reason).toMatch(
      collections[0]?.trigger === 'ahead'
        ? new RegExp(`^${group.path}: full in \\d+ s at this rate`)
        : new RegExp(`^(9\\d|8[5-9]|100)% of ${group.path} used, threshold 85%$`),
    );
  },
);

test('the CPUs are wanted by more than they can do', { timeout: 120_000 }, async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs: { ...OFTEN, 'cpu-threshold': '60%' } });
  const { id } = await objects.container('box');
  await using burners = new AsyncDisposableStack();
  burnCpu(burners);
  await agent.submit({ id: 't', containers: [id] });
  await untilCollected(agent);
  const { collections } = await agent.drain();
  expect(collections).toMatchObject([{ trigger: 'cpu', topologies: ['t'] }]);
  expect(collections[0]?.reason).toMatch(/^(CPU pressure|load a core) \d+%, threshold 60%$/);
});

test('idle-collect waits until the CPUs have time', { timeout: 120_000 }, async () => {
  await using objects = new EngineObjects();
  await using burners = new AsyncDisposableStack();
  burnCpu(burners);
  await using agent = await AgentUnderTest.start({ inputs: { ...OFTEN, 'idle-collect': '99%' } });
  const { id } = await objects.container('box');
  await agent.submit({ id: 't', containers: [id] }, '?wait=stopped');
  await vi.waitUntil(async () => ((await statusOf(agent)).readings.busyPercent ?? 0) >= 99, PATIENT);
  expect(await objects.left()).toEqual(['box']);
  await burners.disposeAsync();
  // Other programs of this machine may keep the CPUs busy for as long as they like.
  using _idle = await playIdleCpus();
  await untilCollected(agent);
  const { collections } = await agent.drain();
  expect(collections).toMatchObject([{ trigger: 'idle', topologies: ['t'], removed: { containers: 1 } }]);
  expect(collections[0]?.reason).toMatch(/^the CPUs were \d+% busy, less than 99%$/);
});
