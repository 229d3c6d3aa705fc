import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { madeTopology } from '../../../fakes/made-topology.ts';
import { ServedAgent } from '../../../fakes/served-agent.ts';

/** A request may take that long here, in ms; the tests wait for what comes then, not for the time. */
const SHORT = { headMs: 60, wholeMs: 120, lookMs: 20 };

/** What the agent gives its clients in earnest, in ms. */
const KEPT_ALIVE_MS = 60_000;

test('only its owner can connect', async () => {
  await using agent = await ServedAgent.start();
  expect(statSync(agent.path).mode & 0o777).toBe(0o600);
});

test('what a dead agent left in its place is replaced', async () => {
  await using agent = new ServedAgent();
  writeFileSync(agent.path, '');
  await agent.listen();
  expect((await agent.get('/healthz')).status).toBe(200);
});

test('who reads slowly gets all of an answer that the agent ends after', async () => {
  await using agent = await ServedAgent.start();
  const many = Array.from({ length: 40_000 }, (_, at) => madeTopology(`topology-${at}`, []));
  for (const topology of many) agent.service.add(topology);
  const answer = await agent.open('GET', '/v1/topologies');
  // What the kernel holds for a reader is less than this answer.
  const closed = agent.server.close();
  expect(JSON.parse(await text(answer))).toHaveLength(many.length);
  await closed;
});

describe('408: what is too slow', () => {
  test.each([
    ['nothing of a head', 'P'],
    ['half a head', 'POST /v1/topologies HTTP/1.1\r\nhost: topo-gc\r\n'],
    [
      'half a body',
      'POST /v1/topologies HTTP/1.1\r\nhost: topo-gc\r\ncontent-length: 20\r\n\r\n{"containers"',
    ],
    [
      'half a chunk',
      'POST /v1/drain HTTP/1.1\r\nhost: topo-gc\r\ntransfer-encoding: chunked\r\n\r\n14\r\n{"a"',
    ],
  ])('%s', async (_, bytes) => {
    await using agent = await ServedAgent.start(SHORT);
    const answer = await agent.send(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      status: 408,
      code: 'too-slow',
    });
    expect(agent.service.asked).toEqual([]);
    expect((await agent.get('/healthz')).status).toBe(200);
  });

  test('an answer that takes its time is not a slow request', async () => {
    await using agent = await ServedAgent.start(SHORT);
    const { promise, resolve } = Promise.withResolvers<void>();
    agent.service.takes = promise;
    const answer = agent.post('/v1/collections?wait=true');
    setTimeout(resolve, 3 * SHORT.wholeMs);
    expect((await answer).status).toBe(200);
  });
});

test('a client that hangs up in the middle of its request is forgotten without a word', async () => {
  await using agent = await ServedAgent.start();
  for (const bytes of [
    'POST /v1/topo',
    'POST /v1/topologies HTTP/1.1\r\nhost: x\r\ncontent-length: 20\r\n\r\n{',
  ]) {
    const socket = connect(agent.path);
    await once(socket, 'connect');
    await new Promise((resolve) => socket.write(bytes, resolve));
    socket.destroy();
  }
  expect((await agent.get('/healthz')).status).toBe(200);
  expect(agent.service.asked).toEqual([]);
  expect(agent.log.lines).toEqual([]);
});

test('a connection is kept, also after a request that was refused', async () => {
  await using agent = await ServedAgent.start();
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set<unknown>();
  for (const path of ['/healthz', '/nowhere', '/v1/topologies?x=1', '/healthz']) {
    const request = httpRequest({ socketPath: agent.path, path, agent: kept });
    request.end();
    const [response] = await once(request, 'response');
    await text(response);
    sockets.add(request.socket);
    expect(response.headers['keep-alive']).toBe(`timeout=${KEPT_ALIVE_MS / 1000}`);
  }
  expect(sockets.size).toBe(1);
  kept.destroy();
});

test('many clients at once are served', async () => {
  await using agent = await ServedAgent.start();
  const answers = await Promise.all(Array.from({ length: 300 }, () => agent.get('/healthz')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
});

describe('closing', () => {
  test('lets out the answers that are under way, and takes no more', async () => {
    await using agent = await ServedAgent.start();
    const { promise, resolve } = Promise.withResolvers<void>();
    agent.service.takes = promise;
    const response = await agent.open('POST', '/v1/drain');
    const closed = agent.server.close();
    await expect(agent.get('/healthz')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
    resolve();
    expect(await text(response)).toMatch(/"type":"report".*\n$/);
    await closed;
    expect(existsSync(agent.path)).toBe(false);
  });

  test('now cuts off whoever still listens', async () => {
    await using agent = await ServedAgent.start();
    const response = await agent.open('GET', '/v1/events');
    const closed = agent.server.close();
    agent.server.closeNow();
    await closed;
    await expect(text(response)).rejects.toThrow('aborted');
  });
});
