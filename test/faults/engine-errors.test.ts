import { describe, expect, test } from 'vitest';
import { AgentUnderTest } from '../support/agent-under-test.ts';
import { EngineObjects } from '../support/engine-objects.ts';
import { EngineProxy, type Fault } from '../support/engine-proxy.ts';
import { buildTopology } from './built-topology.ts';

/** Of one member. */
const LOOK_UP = /^GET \/(?:containers\/(?!json)|networks\/|volumes\/)/;

const ALL_GONE = { leaks: [], removed: { containers: 1, networks: 1, volumes: 1 } };

/** `DELETE /networks/…`: requests that differ only in what they are about. */
const kindOf = (request: string): string =>
  request.replace(/\?.*/, '').replace(/[0-9a-f]{64}|tgc-test-[\w-]+/, '…');

/** Lets the first request of each kind go wrong. */
function failFirst(proxy: EngineProxy, fault: Fault): Set<string> {
  const seen = new Set<string>();
  proxy.meddle = (request) => {
    const kind = kindOf(request);
    if (seen.has(kind)) return undefined;
    seen.add(kind);
    return fault;
  };
  return seen;
}

describe.concurrent('whatever is asked of the engine, where the first time of each request', () => {
  test.for<[string, Fault]>([
    ['the connection is reset', 'reset'],
    ['the answer is lost', 'lose'],
    ['the answer is cut in the middle', 'cut'],
    ['the answer is 500', { status: 500, message: 'driver failed: device or resource busy' }],
    ['the answer is 503', { status: 503, message: 'the engine is starting' }],
  ])('%s, everything is removed', async ([, fault]) => {
    await using objects = new EngineObjects();
    await using proxy = await EngineProxy.start();
    await using agent = await AgentUnderTest.start({ host: proxy.host });
    const topology = await buildTopology(objects, { stubborn: true, stopTimeout: 1, restart: 'always' });
    await agent.submit(topology);
    const seen = failFirst(proxy, fault);
    const report = await agent.drain();
    expect(report).toMatchObject(ALL_GONE);
    expect(report.unconfirmed).toBeUndefined();
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'GET /containers/json',
        'DELETE /containers/…',
        'DELETE /networks/…',
        'DELETE /volumes/…',
      ]),
    );
    expect(await objects.left()).toEqual([]);
  });
});

test('a stop whose connection is reset in the middle is asked for again', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const topology = await buildTopology(objects, { stubborn: true, stopTimeout: 2 });
  let stops = 0;
  proxy.meddle = (request) => (/\/stop/.test(request) && stops++ === 0 ? 'lose' : undefined);
  await agent.submit(topology);
  expect(await agent.drain()).toMatchObject(ALL_GONE);
  expect(stops).toBe(2);
});

test('an engine that fails for a while, before the drain and during it, costs time and nothing else', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const topology = await buildTopology(objects);
  let failures = 0;
  proxy.meddle = (request) =>
    /^(POST|DELETE)/.test(request) && failures++ < 3
      ? { status: 500, message: 'no space left on device' }
      : undefined;
  await agent.submit(topology);
  expect(await agent.drain()).toMatchObject(ALL_GONE);
  expect(await objects.left()).toEqual([]);
});

test('what the engine refuses is a leak in its own words, and holds up nothing else', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const topology = await buildTopology(objects);
  const other = await objects.container('other');
  await agent.submit(topology);
  await agent.submit({ id: 'other', containers: [other.id] });
  const message = 'this plugin lets nobody remove anything on a Sunday';
  proxy.meddle = (request) =>
    request.startsWith(`DELETE /containers/${topology.containers[0]}`) ? { status: 403, message } : undefined;
  const { leaks, removed } = await agent.drain();
  expect(leaks).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'container', name: objects.named('box'), reason: message }),
    ]),
  );
  expect(removed).toMatchObject({ containers: 1, networks: 1 });
  expect(await objects.left()).toEqual(['data', 'box']);
});

test('a submission of which the engine can look up nothing is refused, and can be sent again', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  // Without events, the agent knows nothing that it has not asked for.
  proxy.meddle = (request) => (request.startsWith('GET /events') ? 'hang' : undefined);
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const topology = await buildTopology(objects);
  proxy.meddle = (request) =>
    LOOK_UP.test(request) ? { status: 500, message: 'the engine is ill' } : undefined;
  expect(await agent.ask('POST', '/v1/topologies', topology)).toMatchObject({
    status: 502,
    body: { code: 'engine-failed', detail: 'the engine is ill' },
  });
  expect(await objects.isRunning('box')).toBe(true);
  proxy.meddle = () => undefined;
  expect((await agent.ask('POST', '/v1/topologies', topology)).status).toBe(202);
  expect(await agent.drain()).toMatchObject(ALL_GONE);
});

test('what of a submission the engine can not look up is told, and taken later', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  const topology = await buildTopology(objects);
  proxy.meddle = (request) =>
    request.startsWith('GET /volumes/') ? { status: 500, message: 'the volume plugin is ill' } : undefined;
  expect(await agent.ask('POST', '/v1/topologies', topology)).toMatchObject({
    status: 202,
    body: { errors: [{ field: 'volumes[0]', detail: expect.stringContaining('the volume plugin is ill') }] },
  });
  proxy.meddle = () => undefined;
  expect(await agent.drain()).toMatchObject(ALL_GONE);
  expect(await objects.left()).toEqual([]);
});

test('what carries the label of the session is looked up again where that fails', async () => {
  await using objects = new EngineObjects();
  await using proxy = await EngineProxy.start();
  let box = 'none';
  let lookups = 0;
  proxy.meddle = (request) => {
    // Without events, only the drain looks anything up.
    if (request.startsWith('GET /events')) return 'hang';
    return request.startsWith(`GET /containers/${box}`) && lookups++ === 0 ? 'reset' : undefined;
  };
  await using agent = await AgentUnderTest.start({ host: proxy.host });
  box = (await objects.container('box', { labels: { 'topo-gc.session': agent.session } })).id;
  expect(await agent.drain()).toMatchObject({ leaks: [], removed: { containers: 1 } });
  expect(lookups).toBeGreaterThan(1);
});
