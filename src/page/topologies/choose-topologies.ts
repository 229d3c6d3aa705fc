import type { Report } from '../../domain/report/report.ts';
import type { ReportedTopology } from '../../domain/report/reported-topology.ts';

/** A topology, with the fields for search and sorting. */
export interface Candidate {
  readonly topology: ReportedTopology;
  /** All names in it, in lower case. */
  readonly words: string;
  readonly hasLeaked: boolean;
  /** The duration of its stops, and its life after its submission, in ms. */
  readonly stopMs: number;
  readonly pendingMs: number;
  readonly members: number;
}

/** The orders in which topologies can be shown. */
export const ORDERS = {
  problems: 'Problems first',
  submitted: 'First submitted first',
  name: 'By name',
  stop: 'Slowest to stop',
  pending: 'Longest pending',
  members: 'Most members',
} as const;

export type Order = keyof typeof ORDERS;

const has = ({ state, ignoredStop, absent }: ReportedTopology, hasLeaked: boolean): number =>
  hasLeaked || state === 'failed' ? 3 : ignoredStop.length > 0 ? 2 : absent.length > 0 ? 1 : 0;

const COMPARE: Readonly<Record<Order, (a: Candidate, b: Candidate) => number>> = {
  problems: (a, b) => has(b.topology, b.hasLeaked) - has(a.topology, a.hasLeaked),
  submitted: () => 0,
  name: (a, b) => a.topology.name.localeCompare(b.topology.name, 'en', { numeric: true }),
  stop: (a, b) => b.stopMs - a.stopMs,
  pending: (a, b) => b.pendingMs - a.pendingMs,
  members: (a, b) => b.members - a.members,
};

/** All topologies of a report, in the order of their submission. */
export function candidatesOf({ topologies, leaks, endedAt }: Report): Candidate[] {
  const leaking = new Set(leaks.map(({ topology }) => topology));
  return topologies
    .map((topology): Candidate => {
      const {
        id,
        name,
        lives = [],
        ignoredStop,
        absent,
        kept,
        submittedAt,
        stoppedAt,
        removedAt,
        members,
      } = topology;
      const named = lives.flatMap((member) => [member.name, member.image ?? '']);
      return {
        topology,
        words: [id, name, ...named, ...ignoredStop, ...absent, ...kept].join('\n').toLowerCase(),
        hasLeaked: leaking.has(id),
        stopMs: (stoppedAt ?? endedAt) - submittedAt,
        pendingMs: (removedAt ?? endedAt) - submittedAt,
        members: Object.values(members).reduce((sum, count) => sum + count, 0),
      };
    })
    .sort((a, b) => a.topology.submittedAt - b.topology.submittedAt);
}

/** The topologies that contain each of the words, in that order. */
export function chooseTopologies(all: readonly Candidate[], query: string, order: Order): Candidate[] {
  const wanted = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return all.filter(({ words }) => wanted.every((word) => words.includes(word))).sort(COMPARE[order]);
}
