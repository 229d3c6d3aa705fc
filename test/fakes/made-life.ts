import type { CollectionRecord, Trigger } from '../../src/domain/removal/collection.ts';
import { addReadings, emptySeries } from '../../src/domain/report/reading-series.ts';
import type { Report } from '../../src/domain/report/report.ts';
import { reportReadings } from '../../src/domain/report/reported-readings.ts';
import type { ReportedMember, ReportedTopology } from '../../src/domain/report/reported-topology.ts';
import { parseSettings, withDefaults } from '../../src/domain/settings.ts';
import type { TopologyId } from '../../src/domain/topology/topology.ts';
import { GIB, madeReadings } from './made-readings.ts';
import { madeReport } from './made-report.ts';

const SECOND = 1_000;
const START = Date.parse('2026-11-24T10:00:00Z');

interface LifeOptions {
  readonly count: number;
  /** Between two submissions, in ms. */
  readonly everyMs: number;
  /** How many are pending when a collection begins. */
  readonly batch: number;
}

const suites = ['vlan', 'routing', 'mlag', 'bgp_unnumbered', 'checkout', 'search'];
const images = ['nginx:1.29', 'redis:8', 'registry.example/lab/switch:2.4', 'postgres:17'];

/** Always the same numbers, 0 to 1. */
function numbers(): () => number {
  let state = 42;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** The report of a job that handed over so many topologies, one after the other, of four containers and a network each. */
export function madeLife({ count, everyMs, batch }: LifeOptions): Report {
  const next = numbers();
  const inputs = withDefaults({ 'container-threshold': String(4 * batch), 'network-threshold': '40' });
  const collections: CollectionRecord[] = [];
  const topologies: ReportedTopology[] = [];
  const readingsAt = (at: number, pending: number) =>
    madeReadings({
      at,
      disk: [
        {
          of: '/var/lib/docker',
          totalBytes: 145 * GIB,
          freeBytes: (60 - pending * 0.4 - next()) * GIB,
          totalInodes: 9e6,
          freeInodes: 8e6,
        },
      ],
      memory: [{ of: 'memory', totalBytes: 16 * GIB, freeBytes: (11 - pending * 0.15 - next()) * GIB }],
      cpu: { by: 'pressure', percent: 5 + 30 * next() },
      busyPercent: 30 + 50 * next(),
      containers: 4 * pending,
      networks: 3 + pending,
    });
  const collect = (trigger: Trigger, reason: string, of: readonly ReportedTopology[], startedAt: number) => {
    const endedAt = startedAt + 900 + 180 * of.length;
    collections.push({
      ...{ id: collections.length + 1, trigger, reason, startedAt, endedAt, failed: 0 },
      topologies: of.map(({ id }) => id),
      before: readingsAt(startedAt, of.length),
      after: readingsAt(endedAt, 0),
      removed: { containers: 4 * of.length, networks: of.length, volumes: 0 },
    });
    return endedAt;
  };
  const series = emptySeries(2 * SECOND);
  let pending: ReportedTopology[] = [];
  let at = START + 20 * SECOND;
  for (let index = 0; index < count; index++) {
    at += everyMs * (0.5 + next());
    const isStubborn = index % 7 === 3;
    const stopMs = isStubborn ? 10 * SECOND : 200 + 1_500 * next();
    const name = `test_${suites[index % suites.length]}.py::case_${index}`;
    const topology = { name, submittedAt: at, stopMs, index, isStubborn };
    pending.push(madeTopology(topology, next));
    addReadings(series, readingsAt(at, pending.length));
    if (pending.length < batch && index < count - 1) continue;
    const isLast = index === count - 1;
    const startedAt = Math.max(at, ...pending.map(({ stoppedAt = 0 }) => stoppedAt)) + 100;
    const endedAt = collect(
      isLast ? 'drain' : 'containers',
      isLast ? 'the drain' : `${4 * pending.length} containers pending, threshold ${4 * batch}`,
      pending,
      startedAt,
    );
    topologies.push(...pending.map((each) => removedBy(each, startedAt, endedAt)));
    pending = [];
    at = endedAt;
    addReadings(series, readingsAt(at, 0));
  }
  return madeReport({
    ...{ topologies, collections, inputs, endedAt: at + 300, submissionMs: 4 * count, drainMs: 2_700 },
    readings: reportReadings(series, parseSettings(inputs).limits),
    removed: { containers: 4 * count, networks: count, volumes: 0 },
    oneByOneMs: 11_000 * count,
  });
}

interface Made {
  readonly name: string;
  readonly submittedAt: number;
  readonly stopMs: number;
  readonly index: number;
  readonly isStubborn: boolean;
}

function madeTopology(
  { name, submittedAt, stopMs, index, isStubborn }: Made,
  next: () => number,
): ReportedTopology {
  const container = (of: number): ReportedMember => ({
    ...{ kind: 'container', name: `c${index}-${of}`, state: 'removed', graceMs: 10 * SECOND },
    image: images[(index + of) % images.length] ?? '',
    stoppingAt: submittedAt + 5,
    stoppedAt: submittedAt + 5 + (isStubborn && of === 0 ? stopMs : stopMs * (0.4 + 0.15 * of)),
  });
  const lives = [
    ...[0, 1, 2, 3].map(container),
    { kind: 'network', name: `net${index}`, state: 'removed' } as const,
  ];
  return {
    ...{ id: `t${index}` as TopologyId, name, state: 'removed', submittedAt, stoppingAt: submittedAt + 5 },
    createdAt: submittedAt - 4 * SECOND - 8 * SECOND * next(),
    stoppedAt: submittedAt + 5 + stopMs,
    members: { containers: 4, networks: 1, volumes: 0 },
    lives,
    ignoredStop: isStubborn ? [`c${index}-0`] : [],
    ...{ absent: [], kept: [], logs: [] },
  };
}

const removedBy = (topology: ReportedTopology, startedAt: number, endedAt: number): ReportedTopology => ({
  ...topology,
  removingAt: startedAt + 10,
  removedAt: endedAt - 20,
  lives: (topology.lives ?? []).map((member, at) => ({
    ...member,
    removingAt: startedAt + 10 + 20 * at,
    removedAt: endedAt - 20 - 60 * (4 - at),
  })),
});

/** The same with a leak: a network that others still use, and a volume. */
export function leakingLife(report: Report): Report {
  const last = report.topologies.at(-1);
  if (last === undefined) return report;
  const { removedAt: _, ...rest } = last;
  const reason = `error while removing network: network net${report.topologies.length - 1} id 3f9a81c04b17 has active endpoints`;
  const lives = (rest.lives ?? []).map((member): ReportedMember => {
    if (member.kind !== 'network') return member;
    const { removedAt: __, ...left } = member;
    return { ...left, state: 'failed', error: reason };
  });
  const network = lives.find(({ kind }) => kind === 'network')?.name ?? '';
  return {
    ...report,
    removed: { ...report.removed, networks: report.removed.networks - 1 },
    topologies: [...report.topologies.slice(0, -1), { ...rest, state: 'failed', lives }],
    leaks: [
      { topology: last.id, kind: 'network', id: '3f9a81c04b17', name: network, cause: 'in-use', reason },
    ],
  };
}
