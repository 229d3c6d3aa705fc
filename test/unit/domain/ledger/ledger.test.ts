import { describe, expect, test } from 'vitest';
import { fold } from '../../../../src/domain/ledger/fold.ts';
import type { JournalEvent } from '../../../../src/domain/ledger/journal-events.ts';
import { emptyLedger, type Ledger, pendingTopologies } from '../../../../src/domain/ledger/ledger.ts';
import { takeSnapshot } from '../../../../src/domain/ledger/ledger-snapshot.ts';
import { type CollectionRecord, countMembers } from '../../../../src/domain/removal/collection.ts';
import type { Session } from '../../../../src/domain/session.ts';
import { identityOf, isDone, type TopologyId } from '../../../../src/domain/topology/topology.ts';
import { keyOf, madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const SESSION: Session = { id: 's1', startedAt: '2026-11-24T10:00:00Z', engineId: 'E' };

const submitted = (id: string, ...names: string[]): JournalEvent => ({
  type: 'submitted',
  at: 1,
  topology: id as TopologyId,
  name: id,
  metadata: {},
  members: names.map((name) => ({ kind: 'container', id: `id-of-${name}`, name })),
  tookMs: 4,
});

const removed = (id: string, name: string): JournalEvent => ({
  type: 'removed',
  at: 2,
  topology: id as TopologyId,
  member: keyOf(name),
});

function folded(...events: readonly JournalEvent[]): Ledger {
  const ledger = emptyLedger();
  for (const event of events) fold(ledger, event);
  return ledger;
}

test('what names nothing that is there is over at once, and is forgotten before it is too much', () => {
  const ledger = emptyLedger();
  const event = submitted('', ...Array.from({ length: 1_000 }, (_, at) => `nobody-${at}`));
  if (event.type !== 'submitted') throw new Error('unreachable');
  const members = event.members.map((member) => ({ ...member, absent: true }));
  let heaviest = 0;
  for (let at = 0; at < 100; at++) {
    fold(ledger, { ...event, members, topology: `lab-${at}` as TopologyId });
    expect(ledger.topologies.has(`lab-${at}` as TopologyId)).toBe(true);
    heaviest = Math.max(heaviest, ledger.topologies.size);
  }
  expect(heaviest).toBeLessThan(30);
  expect(ledger.history.topologies + ledger.topologies.size).toBe(100);
});

const pendingIn = (ledger: Ledger) => pendingTopologies(ledger).map(({ id }) => id);

test('the pending topologies are those with something left, the oldest first', () => {
  const ledger = folded(submitted('one', 'a', 'b'), submitted('two', 'c'), submitted('three', 'd'));
  expect(pendingIn(ledger)).toEqual(['one', 'two', 'three']);
  fold(ledger, removed('one', 'a'));
  fold(ledger, removed('two', 'c'));
  expect(pendingIn(ledger)).toEqual(['one', 'three']);
  expect([...ledger.topologies.keys()]).toEqual(['one', 'two', 'three']);
});

/** Each once, whatever topologies name it. */
const leftIn = (ledger: Ledger) => {
  const left = pendingTopologies(ledger).flatMap(({ members }) =>
    members.filter((member) => !isDone(member)),
  );
  return new Map(left.map((member) => [identityOf(member), member])).values();
};

test('what is left is counted as it changes, and again from a snapshot', () => {
  const ledger = emptyLedger();
  const network = { kind: 'network', id: 'n', name: 'n' } as const;
  const path = { kind: 'path', id: '/p', name: '/p' } as const;
  const mixed = { ...submitted('two', 'c'), members: [network, path] } as JournalEvent;
  const goneWithTwo = ['network:n', 'path:/p'].map(
    (member) => ({ ...removed('two', 'c'), member }) as JournalEvent,
  );
  const counts = [submitted('one', 'a', 'b'), removed('one', 'a'), mixed, ...goneWithTwo].map((event) => {
    fold(ledger, event);
    expect(ledger.left).toEqual(countMembers(leftIn(ledger)));
    const again = folded({ type: 'snapshot', at: 3, snapshot: structuredClone(takeSnapshot(ledger)) });
    expect(again).toEqual(ledger);
    const { containers, networks, paths } = ledger.left;
    return [containers, networks, paths];
  });
  expect(counts).toEqual([
    [2, 0, undefined],
    [1, 0, undefined],
    [1, 1, 1],
    [1, 0, 1],
    [1, 0, undefined],
  ]);
});

test('what is folded again changes no topology: what is done stays done', () => {
  const events = [submitted('one', 'a'), removed('one', 'a'), submitted('two', 'b'), removed('one', 'a')];
  const once = folded(...events);
  const twice = folded(...events, ...events);
  expect([...twice.topologies]).toEqual([...once.topologies]);
  expect([...twice.pending]).toEqual(['two']);
});

test('an event about what the ledger does not know changes nothing', () => {
  const ledger = folded(submitted('one', 'a'));
  const before = structuredClone(ledger);
  fold(ledger, removed('unknown', 'a'));
  fold(ledger, removed('one', 'unknown'));
  expect(ledger).toEqual(before);
});

test('the session is the first one: a journal belongs to one', () => {
  const ledger = folded(
    { type: 'opened', at: 0, session: SESSION },
    { type: 'opened', at: 9, session: { ...SESSION, id: 's2' } },
  );
  expect(ledger.session).toEqual(SESSION);
});

test('submissions are counted with the time that tests waited for them', () => {
  expect(folded(submitted('one', 'a'), submitted('one', 'b'))).toMatchObject({
    submissions: 2,
    submissionMs: 8,
  });
});

test('collections are kept in their order', () => {
  const records = [1, 2].map((id) => ({ id }) as CollectionRecord);
  const ledger = folded(...records.map((collection) => ({ type: 'collected', at: 5, collection }) as const));
  expect(ledger.collections).toEqual(records);
});

describe('drains', () => {
  const draining = (at: number): JournalEvent => ({ type: 'draining', at });
  const drained = (at: number, unconfirmed?: string): JournalEvent => ({
    type: 'drained',
    at,
    outcome: { leaks: [], ...(unconfirmed !== undefined && { unconfirmed }) },
  });

  test('add up what they took, and the last outcome counts', () => {
    const ledger = folded(draining(100), drained(150, 'hung'), draining(200), drained(230));
    expect(ledger.drainMs).toBe(80);
    expect(ledger.outcome).toEqual({ leaks: [] });
    expect(ledger).not.toHaveProperty('drainingSince');
  });

  test('one that a dead agent did not finish is begun anew by its successor', () => {
    expect(folded(draining(100))).toMatchObject({ drainingSince: 100, drainMs: 0 });
    expect(folded(draining(100), draining(500), drained(560)).drainMs).toBe(60);
  });
});

test('a drain asks again for what was left to others', () => {
  const topology = madeTopology('lab', [
    madeMember('db', { kind: 'network', state: 'removed', removedAt: 5, error: 'in use', shared: true }),
  ]);
  const ledger = emptyLedger();
  ledger.topologies.set(topology.id, topology);
  fold(ledger, { type: 'draining', at: 9 });
  expect([...ledger.pending]).toEqual(['lab']);
  expect(ledger.topologies.get(topology.id)?.members[0]).toMatchObject({ state: 'stopped' });
  expect(ledger.topologies.get(topology.id)?.members[0]).not.toHaveProperty('error');
});
