import { type MemberKind } from '../kinds/kinds.ts';
import { type Member, type MemberKey, type Topology } from '../topology/topology.ts';
/** For each held object, the members that hold it and must exit before it can go. */
export type Holding = ReadonlyMap<MemberKey, readonly Member[]>;
/** One member to remove, and what it waits for. */
export interface RemovalStep {
    readonly member: Member;
    /** The members that must exit first. */
    readonly holders: readonly Member[];
}
/** The rest of a topology, in the order in which removals begin: each member comes after the members that it waits for. */
export type RemovalPlan = readonly RemovalStep[];
/** All kinds, ordered so that each comes after the kinds that must go first. */
export declare const KINDS_IN_PHASES: readonly MemberKind[];
/** Kinds whose members must be gone, in the same topology, before members of a kind can go. */
export declare const goneBefore: (kind: MemberKind) => readonly MemberKind[];
/** The objects that members of all pending topologies hold, because a network may join several topologies. */
export declare function holding(pending: readonly Topology[]): Holding;
export declare function planRemoval(topology: Topology, held: Holding): RemovalPlan;
/** The part of a plan that can go at once: nothing that still has to stop, and nothing that failed before. */
export declare function withoutWaiting(plan: RemovalPlan): RemovalPlan;
/** The oldest topologies that have something to remove at once. */
export declare function idleBatch(pending: readonly Topology[]): Topology[];
