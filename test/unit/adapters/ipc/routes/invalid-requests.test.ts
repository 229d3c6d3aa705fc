import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ServedAgent } from '../../../../fakes/served-agent.ts';

const MIB = 1024 * 1024;

let agent: ServedAgent;

beforeEach(async () => {
  agent = await ServedAgent.start();
});
afterEach(async () => {
  // Whatever came, nothing of it reached the agent, and the agent goes on.
  await using served = agent;
  expect(served.service.asked).toEqual([]);
  expect(served.log.lines).toEqual([]);
  expect((await served.get('/healthz')).status).toBe(200);
});

describe('400: a body that is no submission', () => {
  test.each([
    ['no JSON', '{"containers": ["a"'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])('%s', async (_, body) => {
    expect(await agent.post('/v1/topologies', body)).toMatchObject({
      status: 400,
      json: { code: 'invalid-request', detail: expect.stringContaining('not JSON in UTF-8') },
    });
  });

  test.each(['', 'null', '[]', '"a"', '7'])('no object: %j', async (body) => {
    expect(await agent.post('/v1/topologies', body)).toMatchObject({
      status: 400,
      json: { code: 'invalid-submission', errors: [{ field: 'body', detail: 'takes a JSON object' }] },
    });
  });
});

describe('400: a query that the route does not take', () => {
  test.each([
    ['POST', '/v1/topologies?wait=soon', 'wait'],
    ['POST', '/v1/topologies?wait=', 'wait'],
    ['POST', '/v1/topologies?wiat=stopped', 'wiat'],
    ['POST', '/v1/topologies?wait=stopped&wait=x', 'wait'],
    ['POST', '/v1/topologies?constructor=1', 'constructor'],
    ['POST', '/v1/topologies?__proto__=1', '__proto__'],
    ['GET', '/v1/topologies?state=failed', 'state'],
    ['GET', '/v1/topologies/lab?verbose=1', 'verbose'],
    ['POST', '/v1/collections?wait=1', 'wait'],
    ['POST', '/v1/drain?final=yes', 'final'],
    ['POST', '/v1/drain?budgetMs=-5', 'budgetMs'],
    ['POST', '/v1/drain?budgetMs=1e9', 'budgetMs'],
    ['POST', '/v1/leases?hold=false', 'hold'],
    ['GET', '/v1/status?x', 'x'],
  ])('%s %s', async (method, path, field) => {
    expect(await agent.request(method, path, method === 'POST' ? '{}' : undefined)).toMatchObject({
      status: 400,
      json: { code: 'invalid-request', errors: [{ field }] },
    });
  });
});

describe('404: no such route', () => {
  test.each([
    '/',
    '/v1',
    '/v1/',
    '/v2/topologies',
    '/v1/topologies/a/b',
    '/V1/topologies',
    '/healthz/',
    '//v1/status',
  ])('%s', async (path) => {
    expect(await agent.get(path)).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  test('the routes that there are are named', async () => {
    expect((await agent.get('/v1/topology')).json.detail).toMatch(/\/v1\/topologies.*\/v1\/drain.*\/healthz/);
  });
});

describe('405: not a method of the route', () => {
  test.each([
    ['GET', '/v1/collections', 'POST'],
    ['GET', '/v1/drain', 'POST'],
    ['DELETE', '/v1/topologies/lab', 'GET'],
    ['PUT', '/v1/topologies', 'POST, GET'],
    ['POST', '/v1/status', 'GET'],
    ['POST', '/metrics', 'GET'],
    ['GET', '/v1/leases/lab', 'DELETE'],
  ])('%s %s takes %s', async (method, path, allowed) => {
    const answer = await agent.request(method, path);
    expect(answer).toMatchObject({ status: 405, json: { code: 'method-not-allowed' } });
    expect(answer.headers.allow).toBe(allowed);
  });
});

test('400: a path that is not percent-encoded', async () => {
  expect(await agent.get('/v1/topologies/%zz')).toMatchObject({
    status: 400,
    json: { code: 'invalid-request' },
  });
});

describe('413: a body over 1 MiB', () => {
  test.each(['/v1/topologies', '/v1/leases', '/v1/collections', '/v1/drain'])(
    '%s, by its length',
    async (path) => {
      const answer = await agent.post(path, ' '.repeat(MIB + 1));
      expect(answer).toMatchObject({ status: 413, json: { code: 'too-large' } });
      expect(answer.headers.connection).toBe('close');
    },
  );

  test('in chunks, whose length nobody knows before', async () => {
    const chunked = { 'transfer-encoding': 'chunked' };
    const answer = await agent.request('POST', '/v1/topologies', ' '.repeat(2 * MIB), chunked);
    expect(answer).toMatchObject({ status: 413, json: { code: 'too-large' } });
  });

  test('just 1 MiB is read', async () => {
    expect(await agent.post('/v1/topologies', ' '.repeat(MIB))).toMatchObject({
      status: 400,
      json: { code: 'invalid-request' },
    });
  });
});

describe('400: what is not HTTP/1.1', () => {
  test.each([
    ['noise', '\x16\x03\x01\x02\x00\x01\r\n\r\n'],
    ['a request line that is none', 'HELLO\r\n\r\n'],
    [
      'two lengths',
      'POST /v1/topologies HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}',
    ],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    expect(await agent.send(bytes)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('the problem is told as JSON', async () => {
    const answer = await agent.send('HELLO\r\n\r\n');
    expect(answer).toMatch(/\r\ncontent-type: application\/problem\+json\r\n/);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      status: 400,
      code: 'invalid-request',
    });
  });
});
