import { expect, test } from 'vitest';
import { isFleetSound } from '../../../../src/domain/fleet/fleet.ts';
import { MOST_IMAGES } from '../../../../src/domain/fleet/fleet-images.ts';
import { isClean } from '../../../../src/domain/fleet/fleet-job.ts';
import { MOST_LEFT_NAMED, MOST_LEFT_NAMED_OF_A_JOB } from '../../../../src/domain/fleet/left-by-cause.ts';
import { straysOf } from '../../../../src/domain/fleet/reported-strays.ts';
import type { Leak } from '../../../../src/domain/leaks/leak.ts';
import { savedMs } from '../../../../src/domain/report/report.ts';
import type { ReportedMember } from '../../../../src/domain/report/reported-topology.ts';
import { MEMBER_STATES, type TopologyId } from '../../../../src/domain/topology/topology.ts';
import { describeCause } from '../../../../src/words/fleet-words.ts';
import { MATRIX, madeFleet, STRAY, UNFINISHED_REPORT, withStrays } from '../../../fakes/made-fleet.ts';
import { madeLife } from '../../../fakes/made-life.ts';
import { madeCollection, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

const leak = (rest: Partial<Leak> = {}): Leak => ({
  topology: 'lab' as TopologyId,
  kind: 'network',
  id: 'n1',
  name: 'web_1',
  cause: 'in-use',
  reason: 'in use',
  ...rest,
});

test('the totals are the sums over all jobs', () => {
  const { totals, jobs } = madeFleet(MATRIX);
  const reports = Object.values(MATRIX);
  const sum = (amount: (report: (typeof reports)[number]) => number) =>
    reports.reduce((total, report) => total + amount(report), 0);
  expect(totals).toEqual({
    jobs: 5,
    clean: 1,
    leaking: 1,
    unconfirmed: 1,
    unfinished: 1,
    leaks: 1,
    strays: 1,
    rejected: 0,
    topologies: 94,
    collections: sum(({ collections }) => collections.length),
    removed: {
      containers: sum(({ removed }) => removed.containers),
      networks: sum(({ removed }) => removed.networks),
      volumes: 0,
    },
    savedMs: sum(savedMs),
    submissionMs: sum(({ submissionMs }) => submissionMs),
    drainMs: sum(({ drainMs }) => drainMs),
  });
  expect(jobs).toHaveLength(5);
});

test('jobs with something to say come first, as they were given', () => {
  expect(madeFleet(MATRIX).jobs.map(({ name }) => name)).toEqual([
    'debian 12',
    'fedora 42',
    'alpine 3.22',
    'debian 13',
    'ubuntu 24.04',
  ]);
});

test.each(MEMBER_STATES)('a topology that was %s is over, or its job is not clean', (state) => {
  const { jobs } = madeFleet({ a: madeReport({ topologies: [reportedTopology('lab', { state })] }) });
  const isOver = ['removed', 'dropped', 'absent'].includes(state);
  expect(jobs.map(isClean)).toEqual([isOver]);
  expect(jobs.map(({ unfinished }) => unfinished)).toEqual([isOver ? 0 : 1]);
});

test('what is told as a leak is not told as unfinished too', () => {
  const { jobs } = madeFleet({ a: { ...UNFINISHED_REPORT, leaks: [leak()] } });
  expect(jobs).toMatchObject([{ leaks: 1, unfinished: 0 }]);
});

test.each([
  ['of a clean job', { a: madeReport() }, 1, true],
  ['of a job without a report', { a: madeReport() }, 2, false],
  ['of a leak', { a: madeReport({ leaks: [leak()] }) }, 1, false],
  ['without an answer', { a: madeReport({ unconfirmed: 'no answer' }) }, 1, false],
  ['of a killed job', { a: UNFINISHED_REPORT }, 1, false],
  ['of a stray', { a: withStrays(madeReport(), [STRAY]) }, 1, true],
  ['of a stray that failed the job', { a: withStrays(madeReport(), [STRAY], { isFailure: true }) }, 1, false],
])('%s it is known that nothing handed over is left, or not', (_, reports, expected, isSound) => {
  expect(isFleetSound(madeFleet(reports, expected))).toBe(isSound);
});

test('more reports than expected are no fault, fewer are missing', () => {
  expect(madeFleet(MATRIX, 3).missing).toBe(0);
  expect(madeFleet(MATRIX, 7).missing).toBe(2);
});

test('leaks are told by cause over all jobs, then strays', () => {
  const { left } = madeFleet({
    a: madeReport({ leaks: [leak(), leak({ kind: 'volume', name: 'v', topologyName: 'test_vlan' })] }),
    b: withStrays(madeReport({ leaks: [leak(), leak({ cause: 'denied', kind: 'path', name: '/tmp/x' })] }), [
      STRAY,
      { ...STRAY, cause: 'protected' },
    ]),
  });
  expect(left.map(({ members, ...rest }) => rest)).toEqual([
    { what: 'leak', cause: 'in-use', counts: { containers: 0, networks: 2, volumes: 1 }, count: 3, jobs: 2 },
    {
      what: 'leak',
      cause: 'denied',
      counts: { containers: 0, networks: 0, volumes: 0, paths: 1 },
      count: 1,
      jobs: 1,
    },
    {
      what: 'stray',
      cause: 'not-handed-over',
      counts: { containers: 0, networks: 0, volumes: 1 },
      count: 1,
      jobs: 1,
    },
    {
      what: 'stray',
      cause: 'protected',
      counts: { containers: 0, networks: 0, volumes: 1 },
      count: 1,
      jobs: 1,
    },
  ]);
  expect(left[0]?.members).toEqual([
    { job: 'a', kind: 'network', name: 'web_1', of: 'lab', reason: 'in use' },
    { job: 'a', kind: 'volume', name: 'v', of: 'test_vlan', reason: 'in use' },
    { job: 'b', kind: 'network', name: 'web_1', of: 'lab', reason: 'in use' },
  ]);
});

test('one job with thousands of leaks leaves room for the names of others, and all are counted', () => {
  const many = madeReport({ leaks: Array.from({ length: 5000 }, (_, at) => leak({ name: `n${at}` })) });
  const reports = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`job ${at}`, many]));
  const [group] = madeFleet(reports).left;
  expect(group).toMatchObject({ count: 250_000, jobs: 50 });
  expect(group?.members).toHaveLength(MOST_LEFT_NAMED);
  expect(group?.members.filter(({ job }) => job === 'job 0')).toHaveLength(MOST_LEFT_NAMED_OF_A_JOB);
});

test('strays are read as far as they are known, and the others are counted', () => {
  const members = [
    { kind: 'container', name: 'web', image: 'nginx:1.29', createdAt: '2026-11-24T10:00:05.123Z' },
    { kind: 'network', id: 'n1', cause: 'owned-elsewhere', why: 'is of a Swarm' },
    { kind: 'spaceship', name: 'x' },
    null,
    'text',
  ];
  const known = [
    {
      ...{ kind: 'container', name: 'web', cause: 'not-handed-over' },
      reason: 'made at 2026-11-24T10:00:05Z, by image nginx:1.29',
    },
    { kind: 'network', name: 'n1', cause: 'owned-elsewhere', reason: 'is of a Swarm' },
  ];
  expect(straysOf({ strays: { members, more: 2, isFailure: true } })).toEqual({
    ...{ members: known, more: 5, isFailure: true },
  });
  expect(straysOf({ strays: members })).toEqual({ members: known, more: 3, isFailure: false });
  const none = { members: [], more: 0, isFailure: false };
  for (const strays of ['none', null, 1, {}]) expect(straysOf({ strays })).toEqual(none);
  expect(straysOf(madeReport())).toEqual(none);
});

test('strays that the report does not name count, without a kind', () => {
  const { jobs, totals, left } = madeFleet({
    a: withStrays(madeReport(), [STRAY], { more: 7 }),
    b: withStrays(madeReport(), [], { more: 1 }),
  });
  expect(jobs.map(({ strays }) => strays)).toEqual([8, 1]);
  expect(totals.strays).toBe(9);
  expect(left).toMatchObject([{ count: 9, jobs: 2, counts: { volumes: 1 } }]);
  expect(left.map(describeCause)).toEqual(['1 volume, 8 not named in 2 jobs']);
});

test('thresholds tell how often they fired, in how many jobs, and where readings came closest', () => {
  const ahead = madeReport({
    collections: [madeCollection({ trigger: 'ahead' }), madeCollection({ trigger: 'drain' })],
  });
  const { thresholds } = madeFleet({ ...MATRIX, z: ahead });
  const life = MATRIX['ubuntu 24.04'];
  const ofLife = life?.collections.filter(({ trigger }) => trigger === 'containers').length ?? 0;
  expect(thresholds[0]).toMatchObject({ trigger: 'containers', firedIn: 3, readIn: 3, reachedIn: 3 });
  expect(thresholds[0]?.fired).toBeGreaterThan(2 * ofLife);
  expect(thresholds[0]?.closest).toMatchObject({ input: 'container-threshold', unit: 'count' });
  expect(thresholds.find(({ trigger }) => trigger === 'ahead')).toEqual({
    trigger: 'ahead',
    fired: 1,
    firedIn: 1,
    readIn: 0,
    reachedIn: 0,
  });
  expect(thresholds.some(({ trigger }) => trigger === 'drain')).toBe(false);
});

const container = (rest: Partial<ReportedMember>): ReportedMember => ({
  ...{ kind: 'container', name: 'c', state: 'removed', graceMs: 10_000, stoppingAt: 1000, stoppedAt: 1500 },
  image: 'quick:1',
  ...rest,
});

test('images are ranked by leaks, then kills, then the time to stop', () => {
  const lives = [
    container({ image: 'leaks:1', name: 'l', state: 'failed' }),
    container({ image: 'deaf:1', deafTo: 'SIGTERM', stoppedAt: 1200 }),
    container({ image: 'stubborn:1', stoppedAt: 11_000 }),
    container({ image: 'slow:1', stoppedAt: 6000 }),
    container({}),
    container({ state: 'absent' }),
    { kind: 'network', name: 'n', state: 'removed' } as const,
  ];
  const report = madeReport({
    topologies: [reportedTopology('lab', { lives })],
    leaks: [leak({ kind: 'container', name: 'l' })],
  });
  const { images } = madeFleet({ a: report, b: report });
  expect(images.worst.map(({ image }) => image)).toEqual([
    'leaks:1',
    'stubborn:1',
    'deaf:1',
    'slow:1',
    'quick:1',
  ]);
  expect(images.worst[1]).toEqual({
    ...{ image: 'stubborn:1', containers: 2, jobs: 2, leaked: 0, ignoredStop: 2, deaf: 0 },
    ...{ stoppingMs: 20_000, longestStopMs: 10_000 },
  });
  expect(images).toMatchObject({ count: 5, untold: 0 });
});

test('containers whose reports name no images are counted, not forgotten', () => {
  const { images } = madeFleet({ a: madeReport({ topologies: [reportedTopology('lab')] }) });
  expect(images).toEqual({ worst: [], count: 0, untold: 4 });
});

test('of very many images the worst are kept, and all are counted', () => {
  const lives = Array.from({ length: 1000 }, (_, at) => container({ image: `image:${at}` }));
  const { images } = madeFleet({ a: madeReport({ topologies: [reportedTopology('lab', { lives })] }) });
  expect(images.count).toBe(1000);
  expect(images.worst).toHaveLength(MOST_IMAGES);
});

test('sessions of dead agents are counted, and those of which something is left are named', () => {
  const removed = { containers: 0, networks: 0, volumes: 0 };
  const swept = [
    { session: 'done', removed, leaks: [] },
    { session: 'lost', removed, leaks: [], failed: 'no engine' },
  ];
  const fleet = madeFleet({ a: madeReport({ swept }) });
  expect(fleet.swept).toMatchObject({
    sessions: 2,
    notSwept: 1,
    left: [{ job: 'a', swept: { session: 'lost' } }],
  });
  expect(isFleetSound(fleet)).toBe(true);
});

test('a fleet holds figures, not reports: 50 large ones come to less than one of them', () => {
  const large = madeLife({ count: 2000, everyMs: 700, batch: 25 });
  const reports = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`job ${at}`, large]));
  const size = JSON.stringify(madeFleet(reports)).length;
  expect(size).toBeLessThan(JSON.stringify(large).length);
});
