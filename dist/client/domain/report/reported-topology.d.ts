import { type MemberCounts } from '../removal/collection.ts';
import { type MemberKind, type MemberState, type Topology, type TopologyId } from '../topology/topology.ts';
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
/**
 * @param engineAheadMs how far the engine's clock is ahead of this host's
 * @param withLives whether each member is told of
 */
export declare function reportTopology(topology: Topology, engineAheadMs: number, withLives: boolean): ReportedTopology;
/** A report holds the lives of no more members than that: it goes through the agent's memory as one text. */
export declare const MOST_LIVES = 10000;
/** The topologies, each with its members' lives as long as there is room; first of those with a failure, or a kill. */
export declare function reportTopologies(topologies: readonly Topology[], engineAheadMs: number): ReportedTopology[];
