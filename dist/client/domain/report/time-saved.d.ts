import { type Member, type Topology } from '../topology/topology.ts';
/** True where a container ran until the end of its grace, and had to be killed. */
export declare const ranAllItsGrace: ({ stoppingAt, stoppedAt, graceMs, deafTo, }: Pick<Member, "stoppingAt" | "stoppedAt" | "deafTo"> & {
    readonly graceMs?: number;
}) => boolean;
/** The same of a member of a topology, which may set the grace. */
export declare const ignoredStop: (topology: Topology, member: Member) => boolean;
/**
 * What teardown one by one would have taken, in ms, at the least: each grace that ran out, or that nobody waited for, counts in full, as one by one they
 * follow each other; all the rest counts once where it overlapped, as one by one it can't be quicker than side by side.
 * Workers of pytest-xdist (`worker` of the metadata) tear down side by side: of them the longest counts.
 */
export declare function oneByOneMs(topologies: readonly Topology[]): number;
