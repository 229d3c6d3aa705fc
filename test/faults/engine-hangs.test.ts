import { describe, expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { BUILT, buildTopology } from './built-topology.ts';

/** Of one member. */
const LOOK_UP = /^GET \/(?:containers\/(?!json)|networks\/|volumes\/)/;

const BUDGET_MS = 6_000;

/** Far more than the budget, and far less than the deadline of a call to the engine. */
const IN_TIME_MS = 15_000;

describe.concurrent('a drain ends within its budget', () => {
  test('where the engine answers nothing any more: it names all that is left, and says that it could not ask', async () => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    await agent.submit(await buildTopology(objects, { stubborn: true, stopTimeout: 600 }));
    proxy.meddle = () => 'hang';
    const before = performance.now();
    const { leaks, unconfirmed } = await agent.drain({ budgetMs: BUDGET_MS });
    expect(performance.now() - before).toBeLessThan(IN_TIME_MS);
    expect(leaks.map(({ kind }) => kind)).toEqual(['container', 'network', 'volume']);
    for (const { topology, reason } of leaks) {
      expect(topology).toBe('t');
      expect(reason).toMatch(/time .* up/);
    }
    expect(unconfirmed).toBe('the engine did not answer in time');
  });

  test('where one removal hangs: that one is left, and the rest goes', async () => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    const hanging = await objects.container('hanging');
    await agent.submit(await buildTopology(objects));
    await agent.submit({ id: 'hanging', containers: [hanging.id] });
    proxy.meddle = (request) => (request.startsWith(`DELETE /containers/${hanging.id}`) ? 'hang' : undefined);
    const { leaks, unconfirmed } = await agent.drain({ budgetMs: BUDGET_MS });
    expect(leaks).toMatchObject([{ topology: 'hanging', name: hanging.name }]);
    expect(unconfirmed).toBeUndefined();
    expect(await objects.left()).toEqual(['hanging']);
  });

  test.for([
    ['stops', /\/stop/],
    ['updates of restart policies', /\/update/],
  ] as const)('where all %s hang: what runs is removed by force', async ([, hanging]) => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    proxy.meddle = (request) => (hanging.test(request) ? 'hang' : undefined);
    await agent.submit(await buildTopology(objects, { restart: 'always' }));
    expect(await agent.drain({ budgetMs: BUDGET_MS })).toMatchObject({ leaks: [] });
    expect(await objects.left()).toEqual([]);
  });

  // A volume plugin that hangs has `docker volume ls` hang with it.
  test.for([
    ['volumes', /^GET \/volumes\?/],
    ['networks', /^GET \/networks\?/],
  ] as const)('where the list of %s hangs: what was submitted goes all the same', async ([, hanging]) => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    await agent.submit(await buildTopology(objects));
    proxy.meddle = (request) => (hanging.test(request) ? 'hang' : undefined);
    const report = await agent.drain({ budgetMs: 15_000 });
    expect(report).toMatchObject({ leaks: [], unconfirmed: 'the engine did not answer in time' });
    expect(await objects.left()).toEqual([]);
  });

  test('where it is the final one and another hangs: it does not wait for that', async () => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    await agent.submit(await buildTopology(objects));
    proxy.meddle = (request) => (request.startsWith('DELETE') ? 'hang' : undefined);
    const hanging = agent.drain({ final: false, budgetMs: 600_000 });
    hanging.catch(() => {});
    await vi.waitUntil(() => proxy.count('DELETE') > 0, { timeout: 30_000 });
    const before = performance.now();
    const { leaks } = await agent.drain({ budgetMs: BUDGET_MS });
    expect(performance.now() - before).toBeLessThan(IN_TIME_MS);
    expect(leaks).toHaveLength(BUILT.length);
  });
});

test('a submission that is still being looked up when the final drain ends is refused, and nothing of it stopped', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  // Without events, the agent knows nothing that it has not asked for.
  proxy.meddle = (request) => (request.startsWith('GET /events') ? 'hang' : undefined);
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const topology = await buildTopology(objects);
  const drained = Promise.withResolvers<void>();
  proxy.meddle = async (request) => {
    if (LOOK_UP.test(request)) await drained.promise;
    return undefined;
  };
  const answer = agent.ask('POST', '/v1/topologies', topology);
  await vi.waitUntil(() => proxy.count('GET /containers/') > 0, { timeout: 30_000 });
  expect(await agent.drain({ budgetMs: 2_000 })).toMatchObject({ leaks: [] });
  drained.resolve();
  expect(await answer).toMatchObject({ status: 503, body: { code: 'closed' } });
  expect(await objects.isRunning('box')).toBe(true);
});

test('a member that is still being looked up when the final drain ends is a leak by its name', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const topology = await buildTopology(objects);
  const [box] = topology.containers;
  proxy.meddle = (request) => (request.startsWith(`GET /containers/${box}`) ? 'hang' : undefined);
  expect(await agent.ask('POST', '/v1/topologies', topology)).toMatchObject({
    status: 202,
    body: { errors: [{ field: 'containers[0]' }] },
  });
  const { leaks } = await agent.drain({ budgetMs: 2_000 });
  expect(leaks).toContainEqual(expect.objectContaining({ name: box, cause: 'unresolved' }));
  expect(await objects.isRunning('box')).toBe(true);
});

test('readings that hang hold up no collection', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  proxy.meddle = (request) => (request.startsWith('GET /networks?') ? 'hang' : undefined);
  const before = performance.now();
  await agent.submit(await buildTopology(objects), '?wait=removed');
  expect(performance.now() - before).toBeLessThan(25_000);
  expect(await objects.left()).toEqual([]);
  const { body } = await agent.ask('GET', '/v1/status');
  expect(body.readings.unavailable).toMatchObject([{ reading: 'networks' }]);
});
