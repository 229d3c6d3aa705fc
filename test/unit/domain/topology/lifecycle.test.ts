import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../../src/domain/ledger/journal-events.ts';
import { advanceTopology, submit } from '../../../../src/domain/topology/lifecycle.ts';
import type { MemberFacts, TopologyId } from '../../../../src/domain/topology/topology.ts';
import { keyOf, madeMember, madeTopology } from '../../../fakes/made-topology.ts';

type Submitted = Extract<JournalEvent, { type: 'submitted' }>;
type MemberEvent = Extract<JournalEvent, { member: unknown }>;

const ID = 'lab' as TopologyId;

const facts = (name: string, kind: MemberFacts['kind'] = 'container'): MemberFacts => ({
  kind,
  id: `id-of-${name}`,
  name,
});

const submitted = (at: number, members: Submitted['members']): Submitted => ({
  type: 'submitted',
  at,
  topology: ID,
  name: `submitted at ${at}`,
  metadata: { at: String(at) },
  members,
  tookMs: 3,
});

/** One member that is told of these events, each a second after the one before. */
function lifeOf(...types: readonly MemberEvent['type'][]) {
  const first = madeTopology('lab', [madeMember('a')]);
  const last = types.reduce((topology, type, at) => {
    const event = {
      type,
      at: (at + 1) * 1000,
      topology: ID,
      member: keyOf('a'),
      error: 'no',
      reason: 'shared',
    };
    return advanceTopology(topology, event as MemberEvent);
  }, first);
  return last.members[0];
}

describe('a submission', () => {
  test('a container starts as submitted; what has nothing to stop starts as stopped; what is not there as absent', () => {
    const members = [
      facts('c'),
      facts('n', 'network'),
      facts('v', 'volume'),
      { ...facts('x'), absent: true },
    ];
    const topology = submit(undefined, submitted(5, members));
    expect(topology.members.map(({ state }) => state)).toEqual(['submitted', 'stopped', 'stopped', 'absent']);
    expect(topology.members.every(({ submittedAt }) => submittedAt === 5)).toBe(true);
    expect(topology.members.some((member) => 'absent' in member)).toBe(false);
    expect(topology).toMatchObject({
      id: 'lab',
      name: 'submitted at 5',
      submittedAt: 5,
      metadata: { at: '5' },
    });
  });

  test('of a known topology adds the members that it did not have, and changes nothing else', () => {
    const known = advanceTopology(submit(undefined, submitted(5, [facts('a')])), {
      type: 'stopped',
      at: 6,
      topology: ID,
      member: keyOf('a'),
    });
    const merged = submit(known, submitted(9, [facts('a'), facts('b')]));
    expect(merged).toMatchObject({ name: 'submitted at 5', submittedAt: 5, metadata: { at: '5' } });
    expect(merged.members).toMatchObject([
      { name: 'a', state: 'stopped', submittedAt: 5, stoppedAt: 6 },
      { name: 'b', state: 'submitted', submittedAt: 9 },
    ]);
    expect(submit(merged, submitted(9, [facts('a'), facts('b')]))).toEqual(merged);
  });
});

describe('a member', () => {
  test('goes from its stop to its removal, and keeps the times', () => {
    expect(lifeOf('stopping', 'stopped', 'removing', 'removed')).toMatchObject({
      state: 'removed',
      stoppingAt: 1000,
      stoppedAt: 2000,
      removingAt: 3000,
      removedAt: 4000,
    });
  });

  test.each([
    [['removed', 'failed']],
    [['removed', 'stopping']],
    [['removed', 'removing', 'removed']],
    [['kept', 'failed']],
  ] as const)('what is done stays done: %j', (events) => {
    expect(lifeOf(...events)).toEqual(lifeOf(events[0]));
  });

  test('keeps when it was first asked', () => {
    expect(lifeOf('stopping', 'failed', 'stopping')).toMatchObject({ state: 'stopping', stoppingAt: 1000 });
    expect(lifeOf('removing', 'failed', 'removing')).toMatchObject({ state: 'removing', removingAt: 1000 });
  });

  test('is not set back by a late answer to its stop', () => {
    expect(lifeOf('stopping', 'removing', 'stopped')).toMatchObject({ state: 'removing', stoppedAt: 3000 });
  });

  test('has an error for as long as it has failed', () => {
    expect(lifeOf('stopping', 'failed')).toMatchObject({ state: 'failed', error: 'no' });
    expect(lifeOf('failed', 'removing')).not.toHaveProperty('error');
    expect(lifeOf('failed', 'removed')).not.toHaveProperty('error');
  });

  test('that is shared and was kept is done, and tells why', () => {
    expect(lifeOf('removing', 'kept')).toMatchObject({ state: 'removed', removedAt: 2000, error: 'shared' });
  });

  test('is told apart by kind and id', () => {
    const topology = madeTopology('lab', [
      madeMember('a'),
      madeMember('a', { kind: 'volume' }),
      madeMember('b'),
    ]);
    const next = advanceTopology(topology, {
      type: 'removed',
      at: 1,
      topology: ID,
      member: keyOf('a', 'volume'),
    });
    expect(next.members.map(({ state }) => state)).toEqual(['submitted', 'removed', 'submitted']);
  });
});
