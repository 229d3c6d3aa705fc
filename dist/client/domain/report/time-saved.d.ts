import { type Member, type Topology } from '../topology/topology.ts';
/** True if a container ran until the end of its grace, and had to be killed. */
export declare const ranAllItsGrace: ({ stoppingAt, stoppedAt, graceMs, deafTo, }: Pick<Member, "stoppingAt" | "stoppedAt" | "deafTo"> & {
    readonly graceMs?: number;
}) => boolean;
/** The same for a member of a topology, which may set the grace. */
export declare const ignoredStop: (topology: Topology, member: Member) => boolean;
/**
 * The least time that teardown one by one would have taken, in ms. Each grace that ran out, or that the agent cut short,
 * counts in full, because one by one they follow each other. Everything else counts once if it overlapped, because one by
 * one is never faster than side by side. Workers of pytest-xdist (`worker` of the metadata) tear down side by side, so only
 * the longest counts.
 */
export declare function oneByOneMs(topologies: readonly Topology[]): number;
