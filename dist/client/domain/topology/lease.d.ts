import { type MemberRef, type Selector } from './submission.ts';
import type { TimeToLive } from './time-to-live.ts';
import { type MemberKey, type NamedFacts, type Topology, type TopologyId } from './topology.ts';
import type { UntakenRef } from './untaken.ts';
/** The process whose life the lease shares. */
export interface LeaseOwner {
    readonly pid: number;
    /** Clock ticks from boot to its start, field 22 of `/proc/PID/stat` (proc(5)). */
    readonly startTime: string;
    /** `pid:[4026531836]`, the target of `/proc/PID/ns/pid`. */
    readonly pidNamespace: string;
}
/** A client's description of an owner; the agent looks up the missing fields. */
export interface NamedOwner {
    readonly pid: number;
    readonly startTime?: string | undefined;
    readonly pidNamespace?: string | undefined;
}
/** What a client names as the end of its lease; if it names neither, an open connection is the lease. */
export interface NamedTerm {
    readonly owner?: NamedOwner | undefined;
    readonly ttlMs?: number | undefined;
}
/** The same as the agent keeps it: at most one of the two. */
export interface LeaseTerm {
    readonly owner?: LeaseOwner;
    readonly ttl?: TimeToLive;
}
/**
 * A topology that is announced while it is still in use. It is not pending, and none of its members is stopped. Without an
 * owner and a time to live, an open connection is the lease.
 */
export interface Lease extends LeaseTerm {
    readonly id: TopologyId;
    readonly name: string;
    readonly leasedAt: number;
    readonly stopTimeoutMs?: number;
    readonly metadata: Readonly<Record<string, string>>;
    readonly members: readonly NamedFacts[];
    /** References that were not there yet, or, with `error`, whose lookup failed. They are looked up again when the lease ends. */
    readonly absent: readonly (MemberRef & Partial<UntakenRef>)[];
    /** Resolved again when the lease ends. */
    readonly selectors: readonly Selector[];
}
/** The known lease with the new members; the last named owner or time to live becomes its own. */
export declare function extendLease(known: Lease | undefined, lease: Lease): Lease;
/** Drops members that are gone from a lease: their names may belong to somebody else. */
export declare const withoutMember: (lease: Lease, gone: MemberKey) => Lease;
/**
 * A lease as clients see it: a topology with all members `leased`, or `dropped` after it is given back.
 * @param endsAt when its time to live is over, in ms since the epoch
 */
export declare const leasedTopology: (lease: Lease, state?: "leased" | "dropped", endsAt?: number) => Topology;
