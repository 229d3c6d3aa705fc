import { describe, expect, test } from 'vitest';
import { emptyLedger, type Ledger } from '../../../../src/domain/ledger/ledger.ts';
import { buildReport, type Report, savedMs } from '../../../../src/domain/report/report.ts';
import type { Session } from '../../../../src/domain/session.ts';
import type { Member, Topology, TopologyId } from '../../../../src/domain/topology/topology.ts';
import { madeMember, madeTopology } from '../../../fakes/made-topology.ts';

const SESSION: Session = { id: 's1', startedAt: '2026-11-24T10:00:00Z', engineId: 'E' };

const ledgerOf = (topologies: readonly Topology[], rest: Partial<Ledger> = {}): Ledger => ({
  ...emptyLedger(),
  session: SESSION,
  topologies: new Map(topologies.map((topology) => [topology.id, topology])),
  ...rest,
});

const reportOf = (topologies: readonly Topology[], rest: Partial<Ledger> = {}): Report =>
  buildReport(ledgerOf(topologies, rest), { endedAt: 90_000, inputs: { reclaim: 'all' } });

const gone = (name: string, rest: Partial<Member> = {}) =>
  madeMember(name, {
    state: 'removed',
    stoppingAt: 0,
    stoppedAt: 100,
    removingAt: 200,
    removedAt: 300,
    graceMs: 10_000,
    ...rest,
  });

test('a topology is told with its counts, and when the last of it had stopped and gone', () => {
  const topology = madeTopology('lab', [
    gone('a'),
    gone('b', { stoppedAt: 400, removedAt: 500 }),
    madeMember('n', { kind: 'network', state: 'removed', removedAt: 700 }),
    madeMember('typo', { state: 'absent' }),
  ]);
  const life = (name: string, stoppedAt: number, removedAt: number) => ({
    ...{ kind: 'container', name, state: 'removed', graceMs: 10_000 },
    ...{ stoppingAt: 0, stoppedAt, removingAt: 200, removedAt },
  });
  const network = { kind: 'network', name: 'n', state: 'removed', removedAt: 700 };
  const typo = { kind: 'container', name: 'typo', state: 'absent', graceMs: 0 };
  expect(reportOf([topology]).topologies).toEqual([
    {
      id: 'lab',
      name: 'lab',
      state: 'removed',
      createdAt: 0,
      submittedAt: 0,
      stoppingAt: 0,
      stoppedAt: 400,
      removingAt: 200,
      removedAt: 700,
      members: { containers: 2, networks: 1, volumes: 0 },
      lives: [life('a', 100, 300), life('b', 400, 500), network, typo],
      ignoredStop: [],
      absent: ['typo'],
      kept: [],
      logs: [],
    },
  ]);
});

test('what has not all stopped, or not all gone, has no time of that', () => {
  const [topology] = reportOf([
    madeTopology('lab', [gone('a'), madeMember('b', { state: 'failed', error: 'no' })]),
  ]).topologies;
  expect(topology).toMatchObject({ state: 'failed' });
  expect(topology).not.toHaveProperty('stoppedAt');
  expect(topology).not.toHaveProperty('removedAt');
});

test('a shared member that was kept is named, and is not counted as removed', () => {
  const shared = madeMember('db', {
    kind: 'network',
    state: 'removed',
    removedAt: 700,
    error: 'in use',
    shared: true,
  });
  const report = reportOf([madeTopology('lab', [gone('a'), shared])]);
  expect(report.topologies[0]?.kept).toEqual(['db']);
  expect(report.removed).toEqual({ containers: 1, networks: 0, volumes: 0 });
});

test('what ran until the end of its grace is named', () => {
  const stubborn = () => gone('a', { stoppedAt: 2000 });
  const named = (rest: Partial<Topology>) =>
    reportOf([madeTopology('lab', [stubborn()], rest)]).topologies[0]?.ignoredStop;
  expect(named({})).toEqual([]);
  expect(named({ stopTimeoutMs: 2000 })).toEqual(['a']);
  expect(named({ stopTimeoutMs: 5000 })).toEqual([]);
});

describe('the whole', () => {
  test('leaks and what could not be confirmed come from the last drain', () => {
    const leak = {
      topology: 'lab' as TopologyId,
      kind: 'network' as const,
      id: 'n',
      name: 'n',
      cause: 'in-use' as const,
      reason: 'in use',
    };
    expect(reportOf([], { outcome: { leaks: [leak], unconfirmed: 'no answer' } })).toMatchObject({
      leaks: [leak],
      unconfirmed: 'no answer',
    });
    expect(reportOf([], { outcome: { leaks: [] } })).not.toHaveProperty('unconfirmed');
    expect(reportOf([]).leaks).toEqual([]);
  });

  test('times, counts and inputs are told', () => {
    expect(reportOf([madeTopology('lab', [gone('a')])], { submissionMs: 7, drainMs: 40 })).toMatchObject({
      version: 1,
      session: SESSION,
      endedAt: 90_000,
      submissionMs: 7,
      drainMs: 40,
      oneByOneMs: 200,
      removed: { containers: 1, networks: 0, volumes: 0 },
      inputs: { reclaim: 'all' },
    });
  });

  test('a journal that was never opened has nothing to report', () => {
    expect(() => buildReport(emptyLedger(), { endedAt: 0, inputs: {} })).toThrow('without a session');
  });
});

test.each([
  [{ oneByOneMs: 10_000, submissionMs: 10, drainMs: 2000 }, undefined, 7990],
  [{ oneByOneMs: 10_000, submissionMs: 10, drainMs: 2000 }, 3000, 6990],
  [{ oneByOneMs: 1000, submissionMs: 10, drainMs: 2000 }, undefined, 0],
])(
  'time saved is what one by one would have taken less what was waited for, and never less than 0: %j',
  (times, postMs, saved) => {
    expect(savedMs({ ...reportOf([]), ...times }, postMs)).toBe(saved);
  },
);
