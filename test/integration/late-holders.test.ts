import { expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

const SECOND = 1000;

test('a probe that nobody submitted and that leaves the network 3 s later is a clean drain', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const network = await objects.network('net');
  const command = 'sleep 3';
  await objects.container('probe', { network: network.name, autoRemove: true, command });
  await agent.submit({ id: 'lab', networks: [network.id] });
  const report = await agent.drain();
  expect(report).toMatchObject({ leaks: [], removed: { networks: 1 } });
  expect(await objects.left()).toEqual([]);
});

test('minutes of grace of one topology keep no other from being removed', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start();
  const slow = await objects.container('slow', { stubborn: true, stopTimeout: 300 });
  const month = await objects.container('month', { stubborn: true, stopTimeout: 30 * 24 * 3600 });
  const quick = await objects.container('quick', { stopTimeout: 1, stubborn: true });
  await agent.submit({ id: 'slow', containers: [slow.id, month.id] });
  await agent.ask('POST', '/v1/collections');
  const began = performance.now();
  const { state } = await agent.submit({ id: 'quick', containers: [quick.id] }, '?wait=removed');
  expect(state).toBe('removed');
  expect(performance.now() - began).toBeLessThan(20 * SECOND);
  expect((await objects.left()).sort()).toEqual(['month', 'slow']);
  expect(await agent.drain({ budgetMs: 8 * SECOND })).toMatchObject({
    leaks: [],
    removed: { containers: 3 },
  });
});
