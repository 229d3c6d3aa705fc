import type { DrainOutcome } from '../leaks/leak.ts';
import type { LeakCause } from '../leaks/leak-cause.ts';
import type { CollectionRecord } from '../removal/collection.ts';
import type { Session } from '../session.ts';
import type { UnconfirmedNode } from '../swarm.ts';
import type { Lease } from '../topology/lease.ts';
import type { MemberFacts, MemberKey, TopologyId } from '../topology/topology.ts';
import type { Untaken } from '../topology/untaken.ts';
import type { LedgerSnapshot } from './ledger-snapshot.ts';
/** A named member that was not taken: it is not there, or, with `why`, its owner is unknown. */
export type SubmittedMember = MemberFacts & {
    readonly absent?: boolean;
    readonly why?: string;
};
/** A fact about a member of one topology. */
interface MemberEvent {
    readonly at: number;
    readonly topology: TopologyId;
    readonly member: MemberKey;
}
/**
 * Everything that happens, in one vocabulary: durable events go to the journal, all events go to `GET /v1/events`.
 * `at` is in ms since the epoch.
 */
export type JournalEvent = {
    readonly type: 'opened';
    readonly at: number;
    readonly session: Session;
} | {
    readonly type: 'submitted';
    readonly at: number;
    readonly topology: TopologyId;
    readonly name: string;
    readonly stopTimeoutMs?: number;
    readonly metadata: Readonly<Record<string, string>>;
    readonly members: readonly SubmittedMember[];
    /** The time that the client has waited for its answer so far, in ms. */
    readonly tookMs: number;
    /** Other references in the submission whose lookup failed. */
    readonly untaken?: Untaken;
}
/** Everything until here: the beginning of a compacted journal. */
 | {
    readonly type: 'snapshot';
    readonly at: number;
    readonly snapshot: LedgerSnapshot;
} | {
    readonly type: 'leased';
    readonly at: number;
    readonly lease: Lease;
}
/** A lease was given back. */
 | {
    readonly type: 'dropped';
    readonly at: number;
    readonly topology: TopologyId;
} | ({
    readonly type: 'stopping' | 'removing' | 'stopped' | 'removed';
} & MemberEvent) | ({
    readonly type: 'failed';
    readonly error: string;
    readonly cause: LeakCause;
} & MemberEvent)
/** A shared member that somebody else still uses stays; that is no failure. */
 | ({
    readonly type: 'kept';
    readonly reason: string;
} & MemberEvent)
/** A container that can't hear its stop signal is killed before its grace is over. */
 | ({
    readonly type: 'deaf';
    readonly signal: string;
} & MemberEvent)
/** A service is deleted, and it is not known whether its containers on these nodes are gone. */
 | ({
    readonly type: 'unconfirmed';
    readonly nodes: readonly UnconfirmedNode[];
} & MemberEvent)
/** The log of a container was saved in that file, or saving failed. */
 | ({
    readonly type: 'logged';
    readonly file?: string;
    readonly error?: string;
} & MemberEvent)
/** A spooled file, or a client's submission, that was not taken, with the names in it, as far as they can be read. */
 | {
    readonly type: 'rejected';
    readonly at: number;
    readonly file?: string;
    readonly topology?: TopologyId;
    readonly error: string;
    readonly untaken?: Untaken;
}
/** The references that are still not taken after another look. */
 | {
    readonly type: 'untaken';
    readonly at: number;
    readonly untaken: Untaken;
} | {
    readonly type: 'triggered';
    readonly at: number;
    readonly trigger: CollectionRecord['trigger'];
} | {
    readonly type: 'collected';
    readonly at: number;
    readonly collection: CollectionRecord;
} | {
    readonly type: 'draining';
    readonly at: number;
} | {
    readonly type: 'drained';
    readonly at: number;
    readonly outcome: DrainOutcome;
};
/** A journal needs only what a successor could not find out: a successor simply repeats a stop or a removal that was under way. */
export declare const isDurable: (event: JournalEvent) => boolean;
export {};
