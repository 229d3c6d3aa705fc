import { expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';

test('a drain collects what carries one of the sweep-labels and is younger than the session', async () => {
  await using objects = new EngineObjects();
  const key = objects.named('suite');
  const labels = { [key]: 'vlan' };
  await objects.container('older', { labels });
  await objects.network('older-net', labels);
  await objects.volume('older-data', labels);
  // Of volumes the engine tells the second only in which they were created.
  const made = Math.floor(Date.now() / 1000);
  await vi.waitUntil(() => Math.floor(Date.now() / 1000) > made, { timeout: 5_000 });
  await using agent = await AgentUnderTest.start({ inputs: { 'sweep-labels': `a=b\n${key}=vlan` } });
  const network = await objects.network('net', labels);
  await objects.volume('data', labels);
  await objects.container('box', { labels, network: network.name });
  await objects.container('other', { labels: { [key]: 'vlan2' } });
  expect(await agent.drain({ final: false })).toMatchObject({
    leaks: [],
    removed: { containers: 1, networks: 1, volumes: 1 },
  });
  await objects.container('later', { labels });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.left()).toEqual(['older', 'older-net', 'older-data', 'other']);
  expect(await objects.isRunning('older')).toBe(true);
});

test('so does what takes the place of an agent that was killed', async () => {
  await using objects = new EngineObjects();
  const key = objects.named('suite');
  await using agent = await AgentUnderTest.startProcess({ inputs: { 'sweep-labels': `${key}=vlan` } });
  await objects.container('before', { labels: { [key]: 'vlan' } });
  await agent.kill();
  await objects.container('after', { labels: { [key]: 'vlan' } });
  expect(await agent.drainInPlace()).toMatchObject({ leaks: [], removed: { containers: 2 } });
  expect(await objects.left()).toEqual([]);
});

test('a sweep of a job that is over takes what was there when its agent was last alive, and nothing later', async () => {
  await using objects = new EngineObjects();
  const key = objects.named('suite');
  const labels = { [key]: 'vlan' };
  await using agent = await AgentUnderTest.startProcess({ inputs: { 'sweep-labels': `${key}=vlan` } });
  await objects.container('of-the-job', { labels });
  const made = Date.now();
  await vi.waitFor(() => expect(agent.state.lastAlive).toBeGreaterThan(made), { timeout: 20_000 });
  await agent.kill();
  await objects.container('of-the-next-job', { labels });
  await objects.container('by-session', { labels: { 'topo-gc.session': agent.session } });
  expect(await agent.sweep()).toMatchObject({
    leaks: [],
    removed: { containers: 2 },
  });
  expect(await objects.left()).toEqual(['of-the-next-job']);
  expect(await objects.isRunning('of-the-next-job')).toBe(true);
});
