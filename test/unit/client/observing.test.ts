import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { JournalEvent } from '../../../src/domain/ledger/journal-events.ts';
import type { TopologyId } from '../../../src/domain/topology/topology.ts';
import { collect, drain, events, status, topologies, topology } from '../../../src/entry/client.ts';
import { REPORT, STATUS } from '../../fakes/fake-agent-service.ts';
import { madeMember, madeTopology } from '../../fakes/made-topology.ts';
import { ServedAgent } from '../../fakes/served-agent.ts';

let agent: ServedAgent;
let socket: string;

beforeEach(async () => {
  agent = await ServedAgent.start();
  socket = agent.path;
  agent.service.add(madeTopology('lab/1', [madeMember('a')]));
  agent.service.add(madeTopology('gone', [madeMember('b', { state: 'removed' })]));
});
afterEach(() => agent[Symbol.asyncDispose]());

test('it tells of the agent and of topologies', async () => {
  expect(await status({ socket })).toEqual(STATUS);
  expect((await topologies({ socket })).map(({ id }) => id)).toEqual(['lab/1', 'gone']);
  expect((await topologies({ socket, pending: true })).map(({ id }) => id)).toEqual(['lab/1']);
  expect(await topology('lab/1', { socket })).toMatchObject({ id: 'lab/1', state: 'submitted' });
  await expect(topology('nothing', { socket })).rejects.toMatchObject({ code: 'not-found' });
});

test('a collection has begun, or is over, when it resolves', async () => {
  expect(await collect({ socket })).toEqual({ trigger: 'request', topologies: ['lab/1'] });
  expect(await collect({ socket, topologies: ['gone'] })).toMatchObject({ topologies: ['gone'] });
  expect(await collect({ socket, wait: true })).toMatchObject({ id: 1 });
});

test('a drain is not the final one', async () => {
  expect(await drain({ socket })).toEqual(REPORT);
  expect(agent.service.asked).toEqual([{ what: 'drain', of: { final: false } }]);
});

const event = (topology: string): JournalEvent => ({
  type: 'dropped',
  at: 5,
  topology: topology as TopologyId,
});

test('what happens is told from the moment on, until the loop is left', async () => {
  const seen: JournalEvent[] = [];
  const happening = await events({ socket });
  agent.service.emit(event('ünì'));
  agent.service.emit(event('last'));
  for await (const each of happening) {
    seen.push(each);
    if (seen.length === 2) break;
  }
  expect(seen).toEqual([event('ünì'), event('last')]);
  await vi.waitUntil(() => agent.service.listeners === 0, { timeout: 8_000 });
});

test('a signal ends it with its reason', async () => {
  const stop = new AbortController();
  const happening = await events({ socket, signal: stop.signal });
  const next = happening.next();
  const reason = new Error('enough');
  stop.abort(reason);
  await expect(next).rejects.toBe(reason);
  await vi.waitUntil(() => agent.service.listeners === 0, { timeout: 8_000 });
});

test('an agent that dies is lost', async () => {
  const happening = await events({ socket });
  const next = happening.next();
  agent.server.closeNow();
  await expect(next).rejects.toMatchObject({ code: 'agent-not-found' });
});
