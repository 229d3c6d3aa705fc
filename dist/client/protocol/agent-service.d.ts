import type { Fault } from '../domain/errors.ts';
import type { JournalEvent } from '../domain/ledger/journal-events.ts';
import type { AnyMeasure, Pressure, Readings } from '../domain/measures/measures.ts';
import type { SpentThreshold } from '../domain/pressure/spent.ts';
import type { CollectionRecord, MemberCounts, Trigger } from '../domain/removal/collection.ts';
import type { Report } from '../domain/report/report.ts';
import type { NamedOwner } from '../domain/topology/lease.ts';
import type { Submission } from '../domain/topology/submission.ts';
import type { Topology, TopologyId } from '../domain/topology/topology.ts';
/** What `GET /v1/status` answers. Times in ms since the epoch. */
export interface Status {
    readonly version: string;
    readonly pid: number;
    readonly session: string;
    readonly startedAt: number;
    readonly uptimeMs: number;
    readonly state: 'idle' | 'collecting' | 'draining' | 'closed';
    readonly engine: {
        readonly id: string;
        readonly host: string;
        readonly version: string;
    };
    readonly readings: Readings;
    /** Thresholds that have fired and whose readings are not back by their margin yet. */
    readonly spent: readonly SpentThreshold[];
    /** What is filling up at the last look while something was pending. */
    readonly ahead: {
        /** A collection begins when something is full sooner than that. */
        readonly leadMs: number;
        readonly filling: readonly {
            readonly trigger: Pressure;
            readonly of: string;
            readonly unit: AnyMeasure['unit'];
            readonly perSecond: number;
            readonly fullInMs: number;
        }[];
    };
    /** Removals that may be under way: fewer than `concurrency` while the CPU is under pressure. */
    readonly removalsAtOnce: number;
    /** The inputs in force, by name, as they were given or by default. */
    readonly inputs: Readonly<Record<string, string>>;
    readonly pending: MemberCounts & {
        readonly topologies: number;
    };
    readonly totals: {
        readonly submissions: number;
        readonly topologies: number;
        readonly collections: number;
        readonly removed: MemberCounts;
        readonly failed: number;
    };
}
/** How a drain is getting on, after each topology that is done. */
export interface DrainProgress {
    readonly topology: TopologyId;
    readonly name: string;
    readonly state: Topology['members'][number]['state'];
    /** What has gone of it since the drain began; where something of it failed, how much. */
    readonly members: MemberCounts;
    readonly left: MemberCounts & {
        readonly topologies: number;
    };
    /** ms since the drain began, and until it has to be over. */
    readonly elapsedMs: number;
    readonly remainingMs: number;
}
export type DrainTrigger = Extract<Trigger, 'drain' | 'recovery' | 'sweep'>;
export type Milestone = 'stopped' | 'removed';
/** What came of a submission or a lease; `errors` has what of it could not be taken. */
interface Answered {
    readonly topology: Topology;
    readonly known: boolean;
    readonly errors: readonly Fault[];
}
/** What an agent does for its clients. Errors are TopoGcErrors. */
export interface AgentService {
    /**
     * Answers once the topology is on disk and its stops are on their way.
     * @param receivedAt when the request began to arrive
     */
    submit(submission: Submission, receivedAt: number): Promise<Answered & {
        readonly warnings: readonly Fault[];
    }>;
    /**
     * Answers once the lease is on disk.
     * @param owner the process that it lasts as long as; without it, until `endLease`
     */
    lease(submission: Submission, owner?: NamedOwner): Promise<Answered>;
    /** Writes down that a submission or a lease was not valid, so that the drain's report tells of it. */
    noteInvalid(error: unknown, isLease: boolean): void;
    /** What was named for a topology and is not taken yet. */
    untaken(id: TopologyId): readonly Fault[];
    /** Ends one open connection's hold; with the last one, the lease is submitted. */
    endLease(id: TopologyId): Promise<void>;
    /** Gives a lease back: nothing of it is touched. */
    dropLease(id: TopologyId): Topology;
    /** Resolves when every member is that far, or has failed. */
    reached(id: TopologyId, milestone: Milestone): Promise<Topology>;
    topology(id: TopologyId): Topology | undefined;
    /** The oldest first. */
    topologies(): Topology[];
    pending(): Topology[];
    /** Collects those topologies, or all that are pending; resolves when it is over. */
    collect(ids?: readonly TopologyId[]): Promise<CollectionRecord>;
    /** With `final`, the door is closed when it is over. */
    drain(options: {
        readonly final: boolean;
        readonly budgetMs?: number;
        /** `drain` unless somebody does it in place of an agent that is dead. */
        readonly trigger?: DrainTrigger;
        readonly onProgress: (progress: DrainProgress) => void;
    }): Promise<Report>;
    status(): Promise<Status>;
    /** Calls back for each event from now on, until the returned function is called. */
    subscribe(listener: (event: JournalEvent) => void): () => void;
}
export {};
