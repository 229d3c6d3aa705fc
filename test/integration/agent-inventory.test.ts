import { expect, test, vi } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy } from '../support/engine-proxy.ts';
import { lackOnPodman4 } from '../support/podman-lacks.ts';
import { skippedFor } from '../support/skipped.ts';

const untilAnswered = (proxy: EngineProxy, beginning: string, times = 1): Promise<unknown> =>
  vi.waitUntil(() => proxy.answered.filter((request) => request.startsWith(beginning)).length >= times, {
    timeout: 10_000,
  });

const lookAt = (id: string): string => `GET /containers/${id}/json`;

/** An agent that hears the engine: of what comes from now on it need not ask. */
async function hearingAgent(proxy: EngineProxy): Promise<AgentUnderTest> {
  const agent = await AgentUnderTest.start({ host: proxy.host });
  await untilAnswered(proxy, 'GET /events');
  return agent;
}

const noNews = lackOnPodman4('Podman 4 tells of no networks, nor of those of a container by their ids');

test(
  'a container that is known is submitted by its id without a question, and removed',
  skippedFor(noNews),
  async () => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await hearingAgent(proxy);
    const network = await objects.network('net');
    const { id, name } = await objects.container('box', { network: network.name, stopTimeout: 3 });
    await untilAnswered(proxy, lookAt(id));
    await untilAnswered(proxy, `GET /networks/${network.id}`);
    // What was answered before this has arrived when this has.
    await agent.ask('GET', '/v1/status');
    const { members } = await agent.submit({ containers: [id], networks: [network.id] });
    expect(proxy.count(lookAt(id))).toBe(1);
    expect(members).toMatchObject([
      { id, name, networks: [network.id], graceMs: 3000 },
      { id: network.id, name: network.name },
    ]);
    expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1, networks: 1 } });
    expect(await objects.left()).toEqual([]);
  },
);

test('a name that is taken anew is that of the new one', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await hearingAgent(proxy);
  const old = await objects.container('box');
  await untilAnswered(proxy, lookAt(old.id));
  await objects.at('box').remove({ force: true });
  const { id, name } = await objects.container('box');
  const { members } = await agent.submit({ containers: [name] });
  expect(members).toMatchObject([{ id, name }]);
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(await objects.left()).toEqual([]);
});

test('after an engine was away, what it held before is asked for', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await hearingAgent(proxy);
  const { id } = await objects.container('box');
  await untilAnswered(proxy, lookAt(id));
  await proxy.goAway();
  await proxy.comeBack();
  await untilAnswered(proxy, 'GET /events', 2);
  await agent.submit({ id: 'lab', containers: [id] });
  expect(proxy.count(lookAt(id))).toBe(2);
  const next = await objects.container('next');
  await untilAnswered(proxy, lookAt(next.id));
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
});

test('a container that was never started is asked for', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await hearingAgent(proxy);
  const { id } = await objects.container('box', { state: 'created' });
  const later = await objects.container('later');
  await untilAnswered(proxy, lookAt(later.id));
  expect(proxy.count(lookAt(id))).toBe(0);
  await agent.submit({ id: 'lab', containers: [id] });
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
});

test('where no events arrive, each container is asked for', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  proxy.meddle = (request) => (request.startsWith('GET /events') ? 'hang' : undefined);
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const { id } = await objects.container('box');
  await agent.submit({ id: 'lab', containers: [id] });
  expect(proxy.count(lookAt(id))).toBe(1);
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(await objects.left()).toEqual([]);
});
