import { type FactsOf, type MemberKind, type NamedKind } from '../kinds/kinds.ts';
import type { LeakCause } from '../leaks/leak-cause.ts';
/** From the furthest behind to the furthest ahead; a topology is in the state of its member furthest behind. */
export declare const MEMBER_STATES: readonly ["failed", "leased", "submitted", "stopping", "stopped", "removing", "removed", "dropped", "absent"];
export type MemberState = (typeof MEMBER_STATES)[number];
export type TopologyId = string & {
    readonly __brand: 'TopologyId';
};
/** `kind:id`, unique on an engine and its host; `site/kind:id` where the session has several engines. */
export type MemberKey = string & {
    readonly __brand: 'MemberKey';
};
/** What the engine, or the host, said of a member when it was submitted; it never changes afterwards. */
export type MemberFacts = FactsOf<MemberKind>;
/** The same of what a client has named. */
export type NamedFacts = FactsOf<NamedKind>;
/** How far a member is. Times are ms since the epoch, the agent's monotonic clock. */
interface Progress {
    readonly state: MemberState;
    readonly submittedAt: number;
    readonly stoppingAt?: number;
    readonly stoppedAt?: number;
    readonly removingAt?: number;
    readonly removedAt?: number;
    /** The last failure, in the engine's words or the host's; it stays on a shared member that was left in use. */
    readonly error?: string;
    /** Of a member that failed: why, as programs read it. */
    readonly cause?: LeakCause;
    /** Of a container: the stop signal that it can't hear, for which it was killed before its grace was over. */
    readonly deafTo?: string;
    /** Of a container: the file with its log, or why that could not be saved. */
    readonly savedLog?: {
        readonly file?: string;
        readonly error?: string;
    };
}
/** A member of that kind, and how far it is. */
export type MemberOf<K extends MemberKind> = {
    [Each in K]: FactsOf<Each> & Progress;
}[K];
export type Member = MemberOf<MemberKind>;
export interface Topology {
    readonly id: TopologyId;
    readonly name: string;
    /** When it was announced, where it was leased before. */
    readonly leasedAt?: number;
    readonly submittedAt: number;
    /** For all its containers; absent: each container's own. */
    readonly stopTimeoutMs?: number;
    readonly metadata: Readonly<Record<string, string>>;
    readonly members: readonly Member[];
}
export declare const memberKey: ({ kind, id, site }: Pick<MemberFacts, "kind" | "id" | "site">) => MemberKey;
/** The same for whoever names that very member; a name taken again later is another one. */
export declare const identityOf: (member: Pick<MemberFacts, "kind" | "id" | "site" | "createdAt">) => string;
/** Whether what is there now is the member that was taken. */
export declare const isSameMember: (now: MemberFacts, taken: MemberFacts) => boolean;
/** True once nothing is left to be done for a member. */
export declare const isDone: (member: Pick<Member, "state">) => boolean;
/** True of a shared member that was left to others who use it. */
export declare const isKept: (member: Pick<Member, "state" | "error">) => boolean;
export declare const isPending: (topology: Topology) => boolean;
/** `absent` where all members are, else the state of the member furthest behind. */
export declare function topologyState(topology: Pick<Topology, 'members'>): MemberState;
/** ms between the stop signal and the kill; a day where it is longer. */
export declare const graceOf: (topology: Topology, member: Member) => number;
export declare const membersOf: <K extends MemberKind>(topology: Topology, kind: K) => MemberOf<K>[];
export {};
