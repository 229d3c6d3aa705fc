import { type MemberKind } from '../kinds/kinds.ts';
import { type Member, type MemberKey, type Topology } from '../topology/topology.ts';
/** By what is held, the members that hold it and have to exit before it can go. */
export type Holding = ReadonlyMap<MemberKey, readonly Member[]>;
/** One member that is to go, and what it waits for. */
export interface RemovalStep {
    readonly member: Member;
    /** Those that have to exit before. */
    readonly holders: readonly Member[];
}
/** What is left of a topology, in the order in which it begins to go: nothing is before what it waits for. */
export type RemovalPlan = readonly RemovalStep[];
/** All kinds, none before one that it goes after. */
export declare const KINDS_IN_PHASES: readonly MemberKind[];
/** Kinds whose members have to be gone, in the same topology, before those of a kind can go. */
export declare const goneBefore: (kind: MemberKind) => readonly MemberKind[];
/** What members of all pending topologies hold, as a network may join several. */
export declare function holding(pending: readonly Topology[]): Holding;
export declare function planRemoval(topology: Topology, held: Holding): RemovalPlan;
/** What of a plan can go at once: nothing that has yet to stop, and nothing that has failed before. */
export declare function withoutWaiting(plan: RemovalPlan): RemovalPlan;
/** The oldest topologies of which something can go at once. */
export declare function idleBatch(pending: readonly Topology[]): Topology[];
