import type { DrainOutcome } from '../leaks/leak.ts';
import { type CollectionRecord, type MemberCounts } from '../removal/collection.ts';
import type { Session } from '../session.ts';
import type { Lease } from '../topology/lease.ts';
import type { Rejection } from '../topology/spooled.ts';
import { type Topology, type TopologyId } from '../topology/topology.ts';
import { type Untaken } from '../topology/untaken.ts';
import { type History } from './history.ts';
/** Everything the agent knows: the journal's events, folded. */
export interface Ledger {
    session?: Session;
    /** In the order of their submission, the oldest first. */
    readonly topologies: Map<TopologyId, Topology>;
    readonly pending: Set<TopologyId>;
    /** The members of pending topologies that are not done. They are counted as they change: there may be many thousands. */
    left: MemberCounts;
    /** For each such member, the number of topologies that still have it. */
    readonly holders: Map<string, number>;
    /** Announced and still in use. */
    readonly leases: Map<TopologyId, Lease>;
    readonly collections: CollectionRecord[];
    /** The figures of topologies and collections that ended long ago. */
    history: History;
    /** The spool files, and the submissions from clients, that were not taken. */
    readonly rejected: Rejection[];
    /** The named members that were not taken. */
    readonly untaken: Untaken[];
    /** The number of further entries that are not kept. */
    untakenMore: number;
    /** The total duration of all submissions, in ms: the time that tests waited. */
    submissionMs: number;
    submissions: number;
    /** The beginning of the drain that is under way. */
    drainingSince?: number;
    /** The total duration of all drains, in ms. */
    drainMs: number;
    /** How the last drain ended. */
    outcome?: DrainOutcome;
}
export declare const emptyLedger: () => Ledger;
/**
 * Counts the remaining members of a topology, and no longer those of its earlier state. A member of several topologies
 * counts once.
 */
export declare function countAsLeft(ledger: Ledger, topology: Topology, before?: Topology): void;
/** Puts a topology into the ledger, and replaces its earlier state. */
export declare function putTopology(ledger: Ledger, topology: Topology): void;
/** Puts named members that were not taken into the ledger, and replaces their earlier rest. */
export declare function putUntaken(ledger: Ledger, untaken: Untaken): void;
/** The pending topologies, the oldest first. */
export declare const pendingTopologies: (ledger: Ledger) => Topology[];
/** The topology that has been pending longest. */
export declare function oldestPending({ pending, topologies }: Ledger): Topology | undefined;
