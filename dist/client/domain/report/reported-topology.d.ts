import type { SiteName } from '../engine.ts';
import type { MemberKind } from '../kinds/kinds.ts';
import type { MemberCounts } from '../removal/collection.ts';
import type { MemberState, TopologyId } from '../topology/topology.ts';
import type { DeafStop } from './deaf-stop.ts';
/** One member of a report: its states and their times. Times in ms since the epoch. */
export interface ReportedMember {
    readonly kind: MemberKind;
    readonly name: string;
    /** The engine that has it, if the session has several. */
    readonly site?: SiteName;
    readonly state: MemberState;
    /** For a container: its image, and the ms between its stop signal and the kill. */
    readonly image?: string;
    readonly graceMs?: number;
    /** For a container: its first process forwards signals (`--init`). */
    readonly init?: boolean;
    /** For a container that was killed at once: the stop signal that it could not hear. */
    readonly deafTo?: string;
    /** The client that handed the topology over, from `client` of its metadata. */
    readonly client?: string;
    readonly stoppingAt?: number;
    readonly stoppedAt?: number;
    readonly removingAt?: number;
    readonly removedAt?: number;
    readonly error?: string;
}
/** A member whose owner is unknown, and why. */
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
    /** The time at which its first container was created, and the time of its lease; absent if unknown. */
    readonly createdAt?: number;
    readonly leasedAt?: number;
    readonly submittedAt: number;
    /** The time at which the first container was asked to stop; unknown, like `removingAt`, if an earlier agent did it. */
    readonly stoppingAt?: number;
    /**
     * The times at which the last container had stopped, the first member was removed, and the last member was gone; absent
     * if not yet.
     */
    readonly stoppedAt?: number;
    readonly removingAt?: number;
    readonly removedAt?: number;
    readonly members: MemberCounts;
    /** One entry per member; absent if the report would become too large. */
    readonly lives?: readonly ReportedMember[];
    /** Names of the containers that ran until the end of their grace. */
    readonly ignoredStop: readonly string[];
    /** The containers that were killed at once because they could not hear their stop signal; absent if there are none. */
    readonly deaf?: readonly ReportedDeaf[];
    readonly absent: readonly string[];
    /** The named members that are left because they may belong to somebody else; absent if there are none. */
    readonly unsure?: readonly Unsure[];
    /** Shared members that somebody else still uses. */
    readonly kept: readonly string[];
    /** For each container whose log was to be saved: the file, or why saving failed. */
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
/** The members of the topologies that list each member. */
export declare const reportedMembers: (topologies: readonly ReportedTopology[]) => ReportedMember[];
