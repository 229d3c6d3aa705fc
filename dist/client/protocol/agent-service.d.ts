import type { SiteName } from '../domain/engine.ts';
import type { Fault } from '../domain/errors.ts';
import type { JournalEvent } from '../domain/ledger/journal-events.ts';
import type { AnyMeasure, Pressure, Readings } from '../domain/measures/measures.ts';
import type { SpentThreshold } from '../domain/pressure/spent.ts';
import type { CollectionRecord, MemberCounts, Trigger } from '../domain/removal/collection.ts';
import type { Report } from '../domain/report/report.ts';
import type { Strays } from '../domain/strays/stray.ts';
import type { NamedTerm } from '../domain/topology/lease.ts';
import type { Submission } from '../domain/topology/submission.ts';
import type { Topology, TopologyId } from '../domain/topology/topology.ts';
/** The most leases of a status that are named. */
export declare const MOST_ENDING = 20;
/** An engine in a status. */
interface StatusEngine {
    readonly id: string;
    readonly host: string;
    readonly version: string;
}
/** The answer of `GET /v1/status`. Times in ms since the epoch. */
export interface Status {
    readonly version: string;
    readonly pid: number;
    readonly session: string;
    readonly startedAt: number;
    readonly uptimeMs: number;
    readonly state: 'idle' | 'collecting' | 'draining' | 'closed';
    readonly engine: StatusEngine;
    /** All engines, the default first, if there are several. */
    readonly engines?: readonly (StatusEngine & {
        readonly name?: SiteName;
    })[];
    readonly readings: Readings;
    /** Thresholds that fired and whose readings are not back by their margin yet. */
    readonly spent: readonly SpentThreshold[];
    /** The supplies that are filling up, from the last look while something was pending. */
    readonly ahead: {
        /** A collection begins if something will be full sooner than this. */
        readonly leadMs: number;
        readonly filling: readonly {
            readonly trigger: Pressure;
            readonly of: string;
            readonly unit: AnyMeasure['unit'];
            readonly perSecond: number;
            readonly fullInMs: number;
        }[];
    };
    /** The number of removals that may be under way: less than `concurrency` while the CPU is under pressure. */
    readonly removalsAtOnce: number;
    /** The inputs in force, by name: the given text, or else the default. */
    readonly inputs: Readonly<Record<string, string>>;
    readonly pending: MemberCounts & {
        readonly topologies: number;
    };
    /** What is in use: how many topologies are leased, and when those with a time to live end. */
    readonly leases: {
        readonly topologies: number;
        /** The soonest first, at most `MOST_ENDING`. */
        readonly ending: readonly {
            readonly topology: TopologyId;
            readonly name: string;
            readonly endsAt: number;
        }[];
    };
    readonly totals: {
        readonly submissions: number;
        readonly topologies: number;
        readonly collections: number;
        readonly removed: MemberCounts;
        readonly failed: number;
    };
}
/** The progress of a drain, after each topology that is done. */
export interface DrainProgress {
    readonly topology: TopologyId;
    readonly name: string;
    readonly state: Topology['members'][number]['state'];
    /** The members of it that are gone since the drain began; if some failed, their number. */
    readonly members: MemberCounts;
    /** The members of it that were left to others who use them; absent if there are none. */
    readonly kept?: MemberCounts;
    readonly left: MemberCounts & {
        readonly topologies: number;
    };
    /** The time since the drain began, and the time until it has to be over, in ms. */
    readonly elapsedMs: number;
    readonly remainingMs: number;
}
export type DrainTrigger = Extract<Trigger, 'drain' | 'recovery' | 'sweep'>;
export type Milestone = 'stopped' | 'removed';
/** The result of a submission or a lease; `errors` has the parts that could not be taken. */
interface Answered {
    readonly topology: Topology;
    readonly known: boolean;
    readonly errors: readonly Fault[];
}
/** The operations that an agent offers to its clients. Errors are TopoGcErrors. */
export interface AgentService {
    /**
     * Resolves once the topology is on disk and its stops have begun.
     * @param receivedAt the time at which the request began to arrive
     */
    submit(submission: Submission, receivedAt: number): Promise<Answered & {
        readonly warnings: readonly Fault[];
    }>;
    /**
     * Resolves once the lease is on disk.
     * @param term the process whose life the lease shares, or its time to live; without them, the lease lasts until `endLease`
     */
    lease(submission: Submission, term?: NamedTerm): Promise<Answered>;
    /** Records that a submission or a lease was not valid, so that the drain's report mentions it. */
    noteInvalid(error: unknown, isLease: boolean): void;
    /** The references of a topology that are not taken yet. */
    untaken(id: TopologyId): readonly Fault[];
    /** Ends one open connection's hold; after the last one, the lease is submitted. */
    endLease(id: TopologyId): Promise<void>;
    /** Gives a lease back: its members are not touched. */
    dropLease(id: TopologyId): Topology;
    /** Resolves when every member has reached that state, or has failed. */
    reached(id: TopologyId, milestone: Milestone): Promise<Topology>;
    topology(id: TopologyId): Topology | undefined;
    /** The oldest first. */
    topologies(): Topology[];
    pending(): Topology[];
    /** Collects those topologies, or all that are pending; resolves when it is over. */
    collect(ids?: readonly TopologyId[]): Promise<CollectionRecord>;
    /** With `final`, the agent takes nothing more after the drain. */
    drain(options: {
        readonly final: boolean;
        readonly budgetMs?: number;
        /** `drain`, unless another process drains in place of a dead agent. */
        readonly trigger?: DrainTrigger;
        readonly onProgress: (progress: DrainProgress) => void;
    }): Promise<Report>;
    status(): Promise<Status>;
    /** What was made on the engine during the session, was not handed over, and is there now. @throws EngineError */
    strays(): Promise<Strays>;
    /** Calls back for each event from now on, until the returned function is called. */
    subscribe(listener: (event: JournalEvent) => void): () => void;
}
export {};
