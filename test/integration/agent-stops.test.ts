import { expect, test } from 'vitest';
import type { TopologyAnswer } from '../../src/protocol/topology-body.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

test('twelve stubborn containers are asked at once, and nobody waits', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const shorts = Array.from({ length: 12 }, (_, at) => `box-${at}`);
  const options = { stubborn: true, stopTimeout: 3 };
  const made = await Promise.all(shorts.map((short) => objects.container(short, options)));
  const before = performance.now();
  const { state } = await agent.submit({ id: 't', containers: made.map(({ id }) => id) });
  expect(state).toBe('stopping');
  expect(await Promise.all(shorts.map((short) => objects.isRunning(short)))).not.toContain(false);
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 12 } });
  // One by one it would be twelve times 3 s.
  expect(performance.now() - before).toBeLessThan(18_000);
  const { members } = await agent.topology('t');
  const lastAsked = Math.max(...members.map(({ stoppingAt = Number.NaN }) => stoppingAt));
  const firstStopped = Math.min(...members.map(({ stoppedAt = Number.NaN }) => stoppedAt));
  expect(lastAsked).toBeLessThan(firstStopped);
  expect(await objects.left()).toEqual([]);
});

const graceOf = ({ members }: TopologyAnswer): number => {
  const [member] = members;
  return (member?.stoppedAt ?? Number.NaN) - (member?.stoppingAt ?? Number.NaN);
};

test.for([
  ['its own StopTimeout', {}, {}, 2],
  ["the topology's stopTimeout instead of its own", {}, { stopTimeout: '2s' }, 36_000],
  ['the input stop-timeout instead of its own', { 'stop-timeout': '2s' }, {}, 36_000],
  [
    "the topology's stopTimeout rather than the input",
    { 'stop-timeout': '1h' },
    { stopTimeout: '2s' },
    36_000,
  ],
] as const)('a stubborn container is killed at the end of %s', async ([, inputs, topology, stopTimeout]) => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs });
  const { id } = await objects.container('box', { stubborn: true, stopTimeout });
  const stopped = await agent.submit({ ...topology, containers: [id] }, '?wait=stopped');
  expect(stopped).toMatchObject({ state: 'stopped' });
  expect(graceOf(stopped)).toBeGreaterThan(1_900);
  expect(graceOf(stopped)).toBeLessThan(20_000);
  const report = await agent.drain();
  expect(report).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(report.topologies[0]?.ignoredStop).toEqual([objects.named('box')]);
});

test('a container that heeds its signal is not kept waiting', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs: { 'stop-timeout': '1h' } });
  const { id } = await objects.container('box');
  await agent.submit({ containers: [id] });
  const report = await agent.drain();
  expect(report.topologies[0]?.ignoredStop).toEqual([]);
  expect(await objects.left()).toEqual([]);
});

test('near the end of its budget a drain kills what would need longer', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  const { id } = await objects.container('box', {
    stubborn: true,
    stopTimeout: 36_000,
    network: network.name,
  });
  await agent.submit({ id: 't', containers: [id], networks: [network.id] });
  const before = performance.now();
  expect(await agent.drain({ budgetMs: 10_000 })).toMatchObject({
    leaks: [],
    removed: { containers: 1, networks: 1 },
  });
  expect(performance.now() - before).toBeLessThan(60_000);
  expect(await objects.left()).toEqual([]);
});

test('a collection waits for what has not stopped, and does not kill it', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const volume = await objects.volume('farewell');
  const command = "trap 'sleep 2; touch /data/said; exit' TERM; while :; do sleep 1 & wait $!; done";
  // Podman 4.3 gives none to a container that asks for none.
  const { id } = await objects.container('polite', { volume: volume.name, command, stopTimeout: 10 });
  await agent.submit({ containers: [id] }, '?wait=removed');
  await objects.container('look', { volume: volume.name, command: 'test -e /data/said', state: 'exited' });
  expect((await objects.inspect('look')).State.ExitCode).toBe(0);
});
