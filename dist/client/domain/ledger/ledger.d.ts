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
    /** The members of pending topologies that are not done, counted as they change: there may be many thousands. */
    left: MemberCounts;
    /** How many topologies each of them is left of. */
    readonly holders: Map<string, number>;
    /** Announced and still in use. */
    readonly leases: Map<TopologyId, Lease>;
    readonly collections: CollectionRecord[];
    /** What is kept of what is over for long. */
    history: History;
    /** What of the spool, and of what clients have sent, was not taken. */
    readonly rejected: Rejection[];
    /** What was named and is not taken. */
    readonly untaken: Untaken[];
    /** How many more there were than are kept. */
    untakenMore: number;
    /** What the submissions took in all, in ms: the time that tests waited. */
    submissionMs: number;
    submissions: number;
    /** Since when a drain is under way. */
    drainingSince?: number;
    /** What the drains took in all, in ms. */
    drainMs: number;
    /** How the last drain ended. */
    outcome?: DrainOutcome;
}
export declare const emptyLedger: () => Ledger;
/** Counts what is left of a topology, and no more what was left of it before; what several name counts once. */
export declare function countAsLeft(ledger: Ledger, topology: Topology, before?: Topology): void;
/** Puts a topology into the ledger, in the place of what it was before. */
export declare function putTopology(ledger: Ledger, topology: Topology): void;
/** Puts what was named and not taken into the ledger, in the place of what was left of it before. */
export declare function putUntaken(ledger: Ledger, untaken: Untaken): void;
/** The pending topologies, the oldest first. */
export declare const pendingTopologies: (ledger: Ledger) => Topology[];
/** The one that has been pending for longest. */
export declare function oldestPending({ pending, topologies }: Ledger): Topology | undefined;
