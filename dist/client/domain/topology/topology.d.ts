import { type FactsOf, type MemberKind, type NamedKind, type StoppingKind } from '../kinds/kinds.ts';
import type { LeakCause } from '../leaks/leak-cause.ts';
import type { UnconfirmedNode } from '../swarm.ts';
/** From the furthest behind to the furthest ahead; a topology has the state of its member that is furthest behind. */
export declare const MEMBER_STATES: readonly ["failed", "leased", "submitted", "stopping", "stopped", "removing", "removed", "dropped", "absent"];
export type MemberState = (typeof MEMBER_STATES)[number];
export type TopologyId = string & {
    readonly __brand: 'TopologyId';
};
/** `kind:id`, unique on an engine and its host; `site/kind:id` if the session has several engines. */
export type MemberKey = string & {
    readonly __brand: 'MemberKey';
};
/** The facts that the engine, or the host, gave about a member when it was submitted. They never change afterwards. */
export type MemberFacts = FactsOf<MemberKind>;
/** The same for a member that a client has named. */
export type NamedFacts = FactsOf<NamedKind>;
/** The progress of a member. Times are ms since the epoch, the agent's monotonic clock. */
interface Progress {
    readonly state: MemberState;
    readonly submittedAt: number;
    readonly stoppingAt?: number;
    readonly stoppedAt?: number;
    readonly removingAt?: number;
    readonly removedAt?: number;
    /** The last failure, in the engine's words or the host's; it stays on a shared member that was left in use. */
    readonly error?: string;
    /** For a member that failed: the cause, for programs. */
    readonly cause?: LeakCause;
    /** For a container that was killed before its grace was over: the stop signal that it can't hear. */
    readonly deafTo?: string;
    /** For a service: the nodes of which it is not known whether its containers are gone. */
    readonly unconfirmed?: readonly UnconfirmedNode[];
    /** For a container: the file with its log, or why saving failed. */
    readonly savedLog?: {
        readonly file?: string;
        readonly error?: string;
    };
}
/** A member of that kind, and its progress. */
export type MemberOf<K extends MemberKind> = {
    [Each in K]: FactsOf<Each> & Progress;
}[K];
export type Member = MemberOf<MemberKind>;
export interface Topology {
    readonly id: TopologyId;
    readonly name: string;
    /** The time of its lease, if it was leased before. */
    readonly leasedAt?: number;
    /** For a lease with a time to live: when it ends unless a request names it again. */
    readonly leaseEndsAt?: number;
    readonly submittedAt: number;
    /** For all its containers; absent: each container uses its own. */
    readonly stopTimeoutMs?: number;
    readonly metadata: Readonly<Record<string, string>>;
    readonly members: readonly Member[];
}
export declare const memberKey: ({ kind, id, site }: Pick<MemberFacts, "kind" | "id" | "site">) => MemberKey;
/** Equal for all references to the same member; another member that reuses the name has another key. */
export declare const identityOf: (member: Pick<MemberFacts, "kind" | "id" | "site" | "createdAt">) => string;
/** Whether the object that is there now is the member that was taken. */
export declare const isSameMember: (now: MemberFacts, taken: MemberFacts) => boolean;
/** True if a member needs nothing more. */
export declare const isDone: (member: Pick<Member, "state">) => boolean;
/** True for a shared member that was left to others who use it. */
export declare const isKept: (member: Pick<Member, "state" | "error">) => boolean;
export declare const isPending: (topology: Topology) => boolean;
/** `absent` if all members are absent, else the state of the member that is furthest behind. */
export declare function topologyState(topology: Pick<Topology, 'members'>): MemberState;
/** ms between the stop signal and the kill, at most a day. */
export declare const graceOf: (topology: Topology, member: Member) => number;
/** Whether a member is of a kind that has to stop before it can go. */
export declare const isStopping: (member: Member) => member is MemberOf<StoppingKind>;
export declare const membersOf: <K extends MemberKind>(topology: Topology, kind: K) => MemberOf<K>[];
export {};
