import { graceOf, isDone, type Member, type Topology } from '../topology/topology.ts';

interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The time that the intervals cover together, in ms. */
function covered(intervals: readonly Interval[]): number {
  let end = Number.NEGATIVE_INFINITY;
  let total = 0;
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return total;
}

const interval = (from: number | undefined, to: number | undefined): Interval[] =>
  from === undefined || to === undefined ? [] : [{ from, to }];

/** True if a container ran until the end of its grace, and had to be killed. */
export const ranAllItsGrace = ({
  stoppingAt,
  stoppedAt,
  graceMs = 0,
  deafTo,
}: Pick<Member, 'stoppingAt' | 'stoppedAt' | 'deafTo'> & { readonly graceMs?: number }): boolean =>
  deafTo === undefined &&
  stoppingAt !== undefined &&
  stoppedAt !== undefined &&
  graceMs > 0 &&
  stoppedAt - stoppingAt >= graceMs;

/** The same for a member of a topology, which may set the grace. */
export const ignoredStop = (topology: Topology, member: Member): boolean =>
  ranAllItsGrace({ ...member, graceMs: graceOf(topology, member) });

/**
 * The least time that teardown one by one would have taken, in ms. Each grace that ran out, or that the agent cut short,
 * counts in full, because one by one they follow each other. Everything else counts once if it overlapped, because one by
 * one is never faster than side by side. Workers of pytest-xdist (`worker` of the metadata) tear down side by side, so only
 * the longest counts.
 */
export function oneByOneMs(topologies: readonly Topology[]): number {
  const of = (worker?: string) => topologies.filter(({ metadata }) => metadata.worker === worker);
  const workers = new Set(topologies.flatMap(({ metadata }) => metadata.worker ?? []));
  const longest = Math.max(0, ...[...workers].map((worker) => oneAfterTheOther(of(worker))));
  return oneAfterTheOther(of()) + longest;
}

function oneAfterTheOther(topologies: readonly Topology[]): number {
  let graces = 0;
  const intervals: Interval[] = [];
  for (const topology of topologies)
    for (const member of topology.members.filter(isDone)) {
      const graceMs = graceOf(topology, member);
      intervals.push(...interval(member.removingAt, member.removedAt));
      if (ignoredStop(topology, member) || member.deafTo !== undefined) graces += graceMs;
      else intervals.push(...interval(member.stoppingAt, member.stoppedAt));
    }
  return graces + covered(intervals);
}
