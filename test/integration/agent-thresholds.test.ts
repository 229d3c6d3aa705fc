import { expect, test, vi } from 'vitest';
import type { CollectionRecord } from '../../src/domain/removal/collection.ts';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';

const SELDOM = { 'poll-interval': '1h' };
const OFTEN = { 'poll-interval': '100ms' };

/** Waits for the agent to have collected that often. */
const untilCollections = (agent: AgentUnderTest, count: number) =>
  vi.waitUntil(async () => (await agent.ask('GET', '/v1/status')).body.totals.collections >= count, {
    timeout: 20_000,
  });

const collectionsOf = async (agent: AgentUnderTest): Promise<readonly CollectionRecord[]> =>
  (await agent.drain()).collections;

test('container-threshold: what is pending is collected as soon as there is enough of it', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs: { ...SELDOM, 'container-threshold': '3' } });
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((short) => objects.container(short)));
  await agent.submit({ id: 'first', containers: [a?.id, b?.id] });
  await agent.untilTopology('first', 'stopped');
  await agent.submit({ id: 'second', containers: [c?.id] });
  await Promise.all(['first', 'second'].map((id) => agent.untilTopology(id, 'removed')));
  expect(await objects.left()).toEqual([]);
  expect(await collectionsOf(agent)).toMatchObject([
    {
      trigger: 'containers',
      reason: '3 containers pending, threshold 3',
      topologies: ['first', 'second'],
      before: { containers: 3 },
      after: { containers: 0 },
      removed: { containers: 3 },
      failed: 0,
    },
  ]);
});

test('network-threshold: is looked at on each submission, and counts whosever bridges there are', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs: { ...SELDOM, 'network-threshold': '2' } });
  await objects.network('kept');
  const network = await objects.network('net');
  await agent.submit({ id: 't', networks: [network.id] });
  await agent.untilTopology('t', 'removed');
  const [collection] = await collectionsOf(agent);
  expect(collection).toMatchObject({ trigger: 'networks', removed: { networks: 1 } });
  expect(collection?.before.networks).toBeGreaterThanOrEqual(3);
  expect(collection?.reason).toBe(`${collection?.before.networks} networks on the engine, threshold 2`);
  expect(await objects.left()).toEqual(['kept']);
});

test('reclaim: enough leaves the youngest', async () => {
  await using objects = new EngineObjects();
  const inputs = { ...SELDOM, 'container-threshold': '4', reclaim: 'enough' };
  await using agent = await AgentUnderTest.start({ inputs });
  const made = await Promise.all(['a', 'b', 'c', 'd'].map((short) => objects.container(short)));
  for (const [at, { id }] of made.entries()) await agent.submit({ id: `t${at}`, containers: [id] });
  await untilCollections(agent, 1);
  expect((await agent.ask('GET', '/v1/topologies?state=pending')).body).toMatchObject([
    { id: 't1' },
    { id: 't2' },
    { id: 't3' },
  ]);
  expect((await objects.left()).toSorted()).toEqual(['b', 'c', 'd']);
  expect(await collectionsOf(agent)).toMatchObject([
    { trigger: 'containers', topologies: ['t0'], before: { containers: 4 }, after: { containers: 3 } },
    { trigger: 'drain', topologies: ['t1', 't2', 't3'], after: { containers: 0 } },
  ]);
});

test('age-threshold: the oldest does not wait longer', async () => {
  await using objects = new EngineObjects();
  await using agent = await AgentUnderTest.start({ inputs: { ...OFTEN, 'age-threshold': '1s' } });
  const { id } = await objects.container('box');
  await agent.submit({ id: 't', containers: [id] });
  await agent.untilTopology('t', 'removed');
  const [collection] = await collectionsOf(agent);
  expect(collection).toMatchObject({ trigger: 'age', topologies: ['t'], removed: { containers: 1 } });
  expect(collection?.before.oldestMs).toBeGreaterThanOrEqual(1_000);
  expect(collection?.after.oldestMs).toBeUndefined();
});

test('disk-threshold and memory-threshold: collect at once where they are crossed already', async () => {
  await using objects = new EngineObjects();
  const inputs = { ...SELDOM, 'disk-threshold': '1%', 'memory-threshold': '1%' };
  await using agent = await AgentUnderTest.start({ inputs });
  const { id } = await objects.container('box');
  await agent.submit({ id: 't', containers: [id] });
  await agent.untilTopology('t', 'removed');
  const [collection] = await collectionsOf(agent);
  expect(collection).toMatchObject({ trigger: 'disk' });
  expect(collection?.reason).toMatch(/^\d+% of \/.* used, threshold 1%$/);
});

test('a threshold does not fire again after a collection that changed nothing', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  const inputs = { ...OFTEN, 'container-threshold': '1' };
  await using agent = await AgentUnderTest.start({ inputs, host: proxy.host });
  const { id } = await objects.container('box');
  let refuses = true;
  proxy.meddle = (request) =>
    refuses && request.startsWith(`DELETE /containers/${id}`)
      ? { status: 400, message: 'not today' }
      : undefined;
  await agent.submit({ id: 't', containers: [id] });
  await agent.untilTopology('t', 'failed');
  // Each look at the thresholds counts the networks.
  const looks = () => proxy.count('GET /networks');
  const then = looks();
  await vi.waitUntil(() => looks() >= then + 10, { timeout: 20_000 });
  expect(proxy.count(`DELETE /containers/${id}`)).toBe(1);
  const other = await objects.container('other');
  await agent.submit({ id: 'other', containers: [other.id] });
  await agent.untilTopology('other', 'removed');
  await vi.waitUntil(() => proxy.count(`DELETE /containers/${id}`) > 1, { timeout: 30_000 });
  refuses = false;
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 2 } });
});
