import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TopoGcError } from '../../../src/domain/errors.ts';
import { lease } from '../../../src/entry/client.ts';
import { madeMember, madeTopology } from '../../fakes/made-topology.ts';
import { ServedAgent } from '../../fakes/served-agent.ts';

let agent: ServedAgent;
let socket: string;

beforeEach(async () => {
  agent = await ServedAgent.start();
  socket = agent.path;
});
afterEach(() => agent[Symbol.asyncDispose]());

const asked = () => agent.service.asked.map(({ what }) => what);

test('a lease lasts as long as this process, unless another one is named', async () => {
  expect((await lease({ id: 'lab', containers: ['a'] }, { socket })).topology).toMatchObject({ id: 'lab' });
  await lease({ id: 'other', containers: ['a'] }, { socket, owner: { pid: 4242, startTime: '7' } });
  expect(agent.service.asked).toMatchObject([
    { what: 'lease', of: { owner: { pid: process.pid } } },
    { what: 'lease', of: { owner: { pid: 4242, startTime: '7' } } },
  ]);
});

test('a lease for a time is renewed by the same request, and its end is known', async () => {
  agent.service.add({ ...madeTopology('lab', [madeMember('a')]), leaseEndsAt: 7 });
  const held = await lease({ id: 'lab', containers: ['a'] }, { socket, ttl: '30m' });
  expect(held.topology).toMatchObject({ id: 'lab', leaseEndsAt: 7 });
  const renewed = await held.renew({ networks: ['n'] });
  expect(renewed.topology).toMatchObject({ id: 'lab', leaseEndsAt: 7 });
  await renewed.renew();
  expect(agent.service.asked.map(({ of }) => of)).toMatchObject([
    { owner: undefined, ttlMs: 1_800_000, submission: { members: [{ ref: 'a' }] } },
    { owner: undefined, ttlMs: 1_800_000, submission: { id: 'lab', members: [{ ref: 'n' }] } },
    { owner: undefined, ttlMs: 1_800_000, submission: { id: 'lab', members: [] } },
  ]);
});

test('a time that is none is refused by its field and value', async () => {
  const refused = lease({ containers: ['a'] }, { socket, ttl: '30' });
  await expect(refused).rejects.toMatchObject({
    code: 'invalid-submission',
    faults: [{ field: 'ttl', value: '30', detail: expect.stringContaining('"1s" to "24h"') }],
  });
});

test('more is leased by the connection that holds the rest', async () => {
  const held = await lease({ id: 'lab', containers: ['a'] }, { socket, hold: true });
  const renewed = await held.renew({ networks: ['n'] });
  await vi.waitUntil(() => asked().includes('endLease'), { timeout: 8_000 });
  expect(asked()).toEqual(['lease', 'lease', 'endLease']);
  await renewed.drop();
  await vi.waitUntil(() => asked().length === 5, { timeout: 8_000 });
  expect(asked()).toEqual(['lease', 'lease', 'endLease', 'dropLease', 'endLease']);
});

test('a connection is held, until the lease is submitted', async () => {
  const held = await lease({ id: 'lab', containers: ['a'] }, { socket, hold: true });
  expect(agent.service.asked).toMatchObject([{ what: 'lease', of: { owner: undefined } }]);
  await held.submit({ networks: ['n'] });
  await vi.waitUntil(() => asked().includes('endLease'), { timeout: 8_000 });
  expect(asked()).toEqual(['lease', 'submit', 'endLease']);
  expect(agent.service.asked).toMatchObject([
    {},
    { of: { submission: { id: 'lab', members: [{ ref: 'n' }] } } },
    { of: 'lab' },
  ]);
});

test('a lease is given back', async () => {
  const held = await lease({ id: 'lab/1', containers: ['a'] }, { socket, hold: true });
  expect(await held.drop()).toMatchObject({ id: 'lab/1', state: 'dropped' });
  await vi.waitUntil(() => asked().includes('endLease'), { timeout: 8_000 });
  expect(asked()).toEqual(['lease', 'dropLease', 'endLease']);
});

test('one that is bound by `await using` is submitted at the end of its block', async () => {
  {
    await using held = await lease({ id: 'lab', containers: ['a'] }, { socket });
    expect(held.topology.id).toBe('lab');
    expect(asked()).toEqual(['lease']);
  }
  expect(asked()).toEqual(['lease', 'submit']);
});

test.each([{}, { hold: true } as const])('a refusal is that error: %o', async (options) => {
  agent.service.failure = new TopoGcError('refused', 'No.');
  const refused = lease({ containers: ['a'] }, { socket, ...options });
  await expect(refused).rejects.toMatchObject({ code: 'refused', problem: { status: 422 } });
});
