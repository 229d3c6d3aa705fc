import type { MemberKind } from '../kinds/kinds.ts';
import type { Member, Topology, TopologyId } from '../topology/topology.ts';
import type { LeakCause } from './leak-cause.ts';
/** A member that the drain could not remove, or that the engine still shows after it. */
export interface Leak {
    readonly topology: TopologyId;
    /** The topology's name, where it is not its id. */
    readonly topologyName?: string;
    readonly kind: MemberKind;
    readonly id: string;
    readonly name: string;
    readonly cause: LeakCause;
    /** In the engine's words, where it said some. */
    readonly reason: string;
}
export declare const leakOf: (topology: Topology, { kind, id, name }: Member, cause: LeakCause, reason: string) => Leak;
/** Of which topology it is, as people named it. */
export declare const topologyOf: ({ topology, topologyName }: Leak) => string;
/** How a drain ended. */
export interface DrainOutcome {
    readonly leaks: readonly Leak[];
    /** Why it is not known whether anything is left: of the engine, or of the spool; absent where it is confirmed. */
    readonly unconfirmed?: string;
}
/** Why a drain is not confirmed, one line. */
export declare const describeUnconfirmed: (why: string) => string;
/** `network web_1 of test_vlan: …`, one line. */
export declare const describeLeak: (leak: Leak) => string;
