import { expect, test, vi } from 'vitest';
import type { Report } from '../../src/domain/report/report.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

test('an agent that is killed in the middle of a collection: the drain in its place removes the rest', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const network = await objects.network('net');
  const quick = await objects.container('quick', { network: network.name });
  const slow = await objects.container('slow', { network: network.name, stubborn: true, stopTimeout: 3 });
  const never = await objects.container('never', { stubborn: true, stopTimeout: 600 });
  await agent.submit({ id: 't', containers: [quick.id, slow.id], networks: [network.id] });
  await agent.submit({ id: 'u', containers: [never.id] });
  const cut = expect(agent.ask('POST', '/v1/collections?wait=true')).rejects.toThrow();
  await vi.waitUntil(async () => !(await objects.left()).includes('quick'), { timeout: 20_000 });
  await agent.kill();
  await cut;
  expect(await objects.left()).toEqual(['net', 'slow', 'never']);

  const report = await agent.drainInPlace(10_000);
  expect(report).toMatchObject({ leaks: [], removed: { containers: 3, networks: 1 } });
  expect(report.unconfirmed).toBeUndefined();
  expect(report.topologies.map(({ id, state }) => [id, state])).toEqual([
    ['t', 'removed'],
    ['u', 'removed'],
  ]);
  expect(await objects.left()).toEqual([]);
});

/** What began when is not in the journal, and what is left is tried again. */
const withoutTimes = (topologies: Report['topologies']): unknown =>
  JSON.parse(
    JSON.stringify(topologies, (key, value) => {
      if (key.endsWith('At')) return undefined;
      return key === 'error' ? String(value).replace(/; looked at .*$/, '') : value;
    }),
  );

test('a drain in place can be repeated: it finds nothing to do, touches nothing new and says the same', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const box = await objects.container('box');
  const network = await objects.network('net');
  await objects.container('other', { network: network.name });
  await agent.submit({ id: 't', containers: [box.name], networks: [network.name] });
  await agent.kill();
  // Whoever holds the network is waited for as long as the budget lasts.
  const first = await agent.drainInPlace(5_000);
  expect(first).toMatchObject({ removed: { containers: 1, networks: 0 }, leaks: [{ name: network.name }] });
  // The name is free again, and the next to take it is somebody else.
  await objects.container('box');
  const second = await agent.drainInPlace(5_000);
  expect(second).toMatchObject({ removed: first.removed, leaks: [{ name: network.name, cause: 'in-use' }] });
  expect(withoutTimes(second.topologies)).toEqual(withoutTimes(first.topologies));
  expect(await objects.isRunning('box')).toBe(true);
  await objects.at('other').remove({ force: true });
  expect(await agent.drainInPlace()).toMatchObject({ removed: { containers: 1, networks: 1 }, leaks: [] });
  expect(await objects.left()).toEqual(['box']);
});

test('a drain in place that is itself killed in the middle can be repeated', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const quick = await objects.container('quick');
  const slow = await objects.container('slow', { stubborn: true, stopTimeout: 3 });
  await agent.submit({ id: 't', containers: [quick.id, slow.id] });
  await agent.kill();
  const ended = new AbortController();
  const cut = expect(agent.drainInPlace(30_000, ended.signal)).rejects.toThrow();
  await vi.waitUntil(async () => !(await objects.left()).includes('quick'), { timeout: 20_000 });
  ended.abort();
  await cut;
  expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.left()).toEqual([]);
});

test('what a journal has answered 202 for is there after a kill, however soon it comes', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.startProcess();
  const made = await Promise.all(['a', 'b', 'c', 'd'].map((short) => objects.container(short)));
  await Promise.all(made.map(({ id, name }) => agent.submit({ id: name, containers: [id] })));
  await agent.kill();
  expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 4 } });
  expect(await objects.left()).toEqual([]);
});
