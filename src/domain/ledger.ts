import type { CollectionRecord } from './collection.ts';
import { type History, NO_HISTORY } from './history.ts';
import type { DrainOutcome } from './leak.ts';
import type { Lease } from './lease.ts';
import type { Session } from './session.ts';
import type { Rejection } from './spooled.ts';
import type { Topology, TopologyId } from './topology.ts';

/** Everything the agent knows: the journal's events, folded. */
export interface Ledger {
  session?: Session;
  /** In the order of their submission, the oldest first. */
  readonly topologies: Map<TopologyId, Topology>;
  readonly pending: Set<TopologyId>;
  /** Announced and still in use. */
  readonly leases: Map<TopologyId, Lease>;
  readonly collections: CollectionRecord[];
  /** What is kept of what is over for long. */
  history: History;
  /** What of the spool was not taken. */
  readonly rejected: Rejection[];
  /** What the submissions took in all, in ms: the time that tests waited. */
  submissionMs: number;
  submissions: number;
  /** Grows with each change of the pending set. */
  version: number;
  /** Since when a drain is under way. */
  drainingSince?: number;
  /** What the drains took in all, in ms. */
  drainMs: number;
  /** How the last drain ended. */
  outcome?: DrainOutcome;
}

export const emptyLedger = (): Ledger => ({
  topologies: new Map(),
  pending: new Set(),
  leases: new Map(),
  collections: [],
  history: NO_HISTORY,
  rejected: [],
  submissionMs: 0,
  submissions: 0,
  version: 0,
  drainMs: 0,
});

/** The pending topologies, the oldest first. */
export const pendingTopologies = (ledger: Ledger): Topology[] =>
  [...ledger.pending].flatMap((id) => ledger.topologies.get(id) ?? []);
