import type { SiteName } from '../engine.ts';
import type { MemberKind } from '../kinds/kinds.ts';
import type { ReportedNode } from '../report/unconfirmed-nodes.ts';
import type { LeftStrays } from '../strays/stray.ts';
import type { Member, Topology, TopologyId } from '../topology/topology.ts';
import type { LeakCause } from './leak-cause.ts';
/** A member that the drain could not remove, or that the engine still shows after the drain. */
export interface Leak {
    readonly topology: TopologyId;
    /** The topology's name, if it differs from its id. */
    readonly topologyName?: string;
    readonly kind: MemberKind;
    readonly id: string;
    readonly name: string;
    /** The engine that has it, if the session has several. */
    readonly site?: SiteName;
    readonly cause: LeakCause;
    /** In the engine's words, if there are any. */
    readonly reason: string;
}
export declare const leakOf: (topology: Topology, { kind, id, name, site }: Member, cause: LeakCause, reason: string) => Leak;
/** The topology of the leak, under the name that people gave it. */
export declare const topologyOf: ({ topology, topologyName }: Leak) => string;
/** How a drain ended. */
export interface DrainOutcome {
    readonly leaks: readonly Leak[];
    /** Why the engine or the spool could not confirm whether anything is left; absent if it is confirmed. */
    readonly unconfirmed?: string;
    /** Nodes of a Swarm that could not be asked; absent if there are none. */
    readonly nodes?: readonly ReportedNode[];
    /** What nobody has handed over; absent if there is none, or nobody has looked. */
    readonly strays?: LeftStrays;
}
/** Why a drain is not confirmed, one line. */
export declare const describeUnconfirmed: (why: string) => string;
/** `network web_1 of test_vlan: …`, one line. */
export declare const describeLeak: (leak: Leak) => string;
