import type { MemberKind } from '../kinds/kinds.ts';
import { type MemberCounts } from '../removal/collection.ts';
import { type Member, type MemberState, type Topology, type TopologyId } from '../topology/topology.ts';
import { type DeafStop } from './deaf-stop.ts';
/** One member of a report: how far it came, and when. Times in ms since the epoch. */
export interface ReportedMember {
    readonly kind: MemberKind;
    readonly name: string;
    readonly state: MemberState;
    /** Of a container: what it was made from, and the ms between its stop signal and the kill. */
    readonly image?: string;
    readonly graceMs?: number;
    /** Of a container: its first process hands signals on (`--init`). */
    readonly init?: boolean;
    /** Of a container: the stop signal that it could not hear, for which it was killed at once. */
    readonly deafTo?: string;
    /** Of a topology that says who has handed it over, `client` of its metadata. */
    readonly client?: string;
    readonly stoppingAt?: number;
    readonly stoppedAt?: number;
    readonly removingAt?: number;
    readonly removedAt?: number;
    readonly error?: string;
}
/** What nobody can say whose it is, and why. */
export interface Unsure {
    readonly kind: MemberKind;
    readonly name: string;
    readonly why: string;
}
/** One topology of a report. Times in ms since the epoch, this host's clock. */
export interface ReportedTopology {
    readonly id: TopologyId;
    readonly name: string;
    readonly state: MemberState;
    /** When the first of its containers was created, and when it was leased; absent where that is not known. */
    readonly createdAt?: number;
    readonly leasedAt?: number;
    readonly submittedAt: number;
    /** When the first container was asked to stop; like `removingAt`, it is not known of what an agent before has done. */
    readonly stoppingAt?: number;
    /** When the last container had stopped, when the first member was removed, and when the last one was gone; absent where that is not so. */
    readonly stoppedAt?: number;
    readonly removingAt?: number;
    readonly removedAt?: number;
    readonly members: MemberCounts;
    /** Of each member; absent where the report would become too large. */
    readonly lives?: readonly ReportedMember[];
    /** Names of the containers that ran until the end of their grace. */
    readonly ignoredStop: readonly string[];
    /** The containers that could not hear their stop signal, and were killed at once; absent where there is none. */
    readonly deaf?: readonly ReportedDeaf[];
    readonly absent: readonly string[];
    /** What was named and is left, as it may be somebody else's; absent where there is none. */
    readonly unsure?: readonly Unsure[];
    /** Shared members that somebody else still uses. */
    readonly kept: readonly string[];
    /** Of the containers whose logs were to be saved: the file, or why it could not be. */
    readonly logs: readonly {
        readonly container: string;
        readonly file?: string;
        readonly error?: string;
    }[];
}
/** A container of a report that could not hear its stop signal. */
export interface ReportedDeaf extends DeafStop {
    readonly container: string;
}
/**
 * @param aheadMs how far the clock of a member's engine is ahead of this host's, in ms
 * @param withLives whether each member is told of
 */
export declare function reportTopology(topology: Topology, aheadMs: (member: Member) => number, withLives: boolean): ReportedTopology;
/** A report holds the lives of no more members than that: it goes through the agent's memory as one text. */
export declare const MOST_LIVES = 10000;
/** The topologies, each with its members' lives as long as there is room; first of those with a failure, or a kill. */
export declare function reportTopologies(topologies: readonly Topology[], aheadMs: (member: Member) => number): ReportedTopology[];
/** The members of those topologies of which the report tells each. */
export declare const reportedMembers: (topologies: readonly ReportedTopology[]) => ReportedMember[];
