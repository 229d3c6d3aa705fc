import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TopoGcError } from '../../../../../src/domain/errors.ts';
import { madeMember, madeTopology } from '../../../../fakes/made-topology.ts';
import { ServedAgent } from '../../../../fakes/served-agent.ts';

const LEASE = { id: 'lab', containers: ['a'] };

let agent: ServedAgent;

beforeEach(async () => {
  agent = await ServedAgent.start();
});
afterEach(() => agent[Symbol.asyncDispose]());

const asked = () => agent.service.asked.map(({ what }) => what);

describe('POST /v1/leases, by a process', () => {
  test('201 and the topology, with its owner beside it', async () => {
    const owner = { pid: 42, startTime: '12345', pidNamespace: 'pid:[1]' };
    expect(await agent.post('/v1/leases', { ...LEASE, owner })).toMatchObject({
      status: 201,
      json: { id: 'lab' },
    });
    expect(agent.service.asked).toMatchObject([
      { what: 'lease', of: { owner, submission: { id: 'lab', members: [{ ref: 'a' }] } } },
    ]);
  });

  test('200 where it is known', async () => {
    agent.service.add(madeTopology('lab', [madeMember('a')]));
    expect((await agent.post('/v1/leases', { ...LEASE, owner: { pid: 42 } })).status).toBe(200);
  });

  test.each([
    [{ pid: 0 }],
    [{ pid: -1 }],
    [{ pid: 1.5 }],
    [{ pid: '42' }],
    [{}],
    [null],
    [42],
    [{ pid: 42, ppid: 1 }],
    [{ pid: 42, startTime: 12345 }],
  ])('400 for an owner that is none: %j', async (owner) => {
    expect(await agent.post('/v1/leases', { ...LEASE, owner })).toMatchObject({
      status: 400,
      json: { code: 'invalid-submission', errors: [{ field: 'owner', value: JSON.stringify(owner) }] },
    });
    expect(asked()).toEqual([]);
  });
});

describe('POST /v1/leases, for a time', () => {
  test('201, and the time to live in ms', async () => {
    expect((await agent.post('/v1/leases', { ...LEASE, ttl: '30m' })).status).toBe(201);
    expect(agent.service.asked).toMatchObject([
      { what: 'lease', of: { owner: undefined, ttlMs: 1_800_000, submission: { id: 'lab' } } },
    ]);
  });

  test.each([
    ['30'],
    ['30 minutes'],
    ['999ms'],
    ['24h 1s'],
    ['25h'],
    ['-1m'],
    ['off'],
    [''],
    [30],
    [null],
    [true],
    [{ minutes: 30 }],
  ])('400 for a time that is none: %j', async (ttl) => {
    expect(await agent.post('/v1/leases', { ...LEASE, ttl })).toMatchObject({
      status: 400,
      json: {
        code: 'invalid-submission',
        errors: [
          {
            field: 'ttl',
            value: typeof ttl === 'string' ? ttl : JSON.stringify(ttl),
            detail: 'takes a duration with its unit, from "1s" to "24h", such as "30m"',
          },
        ],
      },
    });
    expect(asked()).toEqual([]);
    expect(agent.service.noted).toMatchObject([
      { isLease: true, error: { named: { members: [{ ref: 'a' }], unread: [] } } },
    ]);
  });

  test('400 with both faults', async () => {
    expect(await agent.post('/v1/leases', { ...LEASE, ttl: '30', owner: 42 })).toMatchObject({
      status: 400,
      json: { errors: [{ field: 'owner' }, { field: 'ttl', value: '30' }] },
    });
  });

  test('the submission that ends it takes no time', async () => {
    expect(await agent.post('/v1/topologies', { ...LEASE, ttl: '30m' })).toMatchObject({
      status: 400,
      json: { errors: [{ field: 'ttl' }] },
    });
  });
});

test.each([
  ['no owner, no time and no connection', '/v1/leases', LEASE, 'owner'],
  ['an owner and a connection', '/v1/leases?hold=true', { ...LEASE, owner: { pid: 42 } }, 'owner'],
  ['a time and a connection', '/v1/leases?hold=true', { ...LEASE, ttl: '30m' }, 'ttl'],
  ['an owner and a time', '/v1/leases', { ...LEASE, owner: { pid: 42 }, ttl: '30m' }, 'owner'],
])('400 for %s', async (_, path, body, field) => {
  expect(await agent.post(path, body)).toMatchObject({ status: 400, json: { errors: [{ field }] } });
  expect(asked()).toEqual([]);
});

test('400 for a lease that is no topology', async () => {
  expect(await agent.post('/v1/leases', { containers: 7, owner: { pid: 42 } })).toMatchObject({
    status: 400,
    json: { errors: [{ field: 'containers' }] },
  });
});

describe('POST /v1/leases?hold=true, by an open connection', () => {
  test('201 and the topology; the lease lasts as long as the connection', async () => {
    const response = await agent.open('POST', '/v1/leases?hold=true', LEASE);
    expect(response.statusCode).toBe(201);
    const [line] = await once(response, 'data');
    expect(JSON.parse(String(line))).toMatchObject({ id: 'lab' });
    await agent.get('/healthz');
    expect(asked()).toEqual(['lease']);
    response.destroy();
    await vi.waitFor(() => expect(agent.service.asked.at(-1)).toEqual({ what: 'endLease', of: 'lab' }), {
      timeout: 8_000,
    });
    expect(asked()).toEqual(['lease', 'endLease']);
  });

  test('a refusal ends it at once', async () => {
    agent.service.failure = new TopoGcError('refused', 'No.');
    expect(await agent.post('/v1/leases?hold=true', LEASE)).toMatchObject({
      status: 422,
      json: { code: 'refused' },
    });
    expect(asked()).toEqual(['lease']);
  });

  test('a client that hung up while it was taken has ended it, once', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const lease = agent.service.lease.bind(agent.service);
    const called = vi.spyOn(agent.service, 'lease').mockImplementation(async (...args) => {
      await promise;
      return lease(...args);
    });
    const abort = new AbortController();
    const opened = agent.open('POST', '/v1/leases?hold=true', LEASE, {}, abort.signal);
    opened.catch(() => {});
    await vi.waitFor(() => expect(called).toHaveBeenCalled(), { timeout: 8_000 });
    abort.abort();
    await expect(opened).rejects.toThrow();
    await agent.get('/healthz');
    resolve();
    await vi.waitFor(() => expect(asked()).toEqual(['lease', 'endLease']), { timeout: 8_000 });
    await agent.get('/healthz');
    expect(asked()).toEqual(['lease', 'endLease']);
    expect(agent.log.lines).toEqual([]);
  });
});

describe('DELETE /v1/leases/{id}', () => {
  test('200 and the topology, which is dropped', async () => {
    expect(await agent.request('DELETE', '/v1/leases/lab%5B1%5D')).toMatchObject({
      status: 200,
      json: { id: 'lab[1]', state: 'dropped' },
    });
  });

  test.each([
    ['not-found', 404],
    ['already-submitted', 409],
  ] as const)('%s: %d', async (code, status) => {
    agent.service.failure = new TopoGcError(code, 'No.');
    expect(await agent.request('DELETE', '/v1/leases/lab')).toMatchObject({ status, json: { code } });
  });
});
