import type { CollectionRecord } from './collection.ts';
import { forget, type History, NO_HISTORY } from './history.ts';
import type { JournalEvent, Session } from './journal-events.ts';
import type { DrainOutcome } from './leak.ts';
import { extendLease, type Lease } from './lease.ts';
import { restore } from './ledger-snapshot.ts';
import { advanceTopology, submit } from './lifecycle.ts';
import type { Rejection } from './ports.ts';
import { isPending, type Topology, type TopologyId } from './topology.ts';

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

function put(ledger: Ledger, topology: Topology): void {
  ledger.topologies.set(topology.id, topology);
  const pending = isPending(topology);
  if (pending === ledger.pending.has(topology.id)) return;
  if (pending) ledger.pending.add(topology.id);
  else ledger.pending.delete(topology.id);
  ledger.version += 1;
}

/** Folds one event into the ledger. An event about what the ledger does not know changes nothing. */
export function fold(ledger: Ledger, event: JournalEvent): void {
  switch (event.type) {
    case 'opened':
      ledger.session ??= event.session;
      return;
    case 'snapshot':
      restore(ledger, event.snapshot);
      return;
    case 'submitted':
      ledger.submissions += 1;
      ledger.submissionMs += event.tookMs;
      ledger.version += 1;
      ledger.leases.delete(event.topology);
      put(ledger, submit(ledger.topologies.get(event.topology), event));
      return;
    case 'leased':
      ledger.leases.set(event.lease.id, extendLease(ledger.leases.get(event.lease.id), event.lease));
      return;
    case 'dropped':
      ledger.leases.delete(event.topology);
      return;
    case 'collected':
      ledger.collections.push(event.collection);
      forget(ledger);
      return;
    case 'rejected':
      ledger.rejected.push({ file: event.file, error: event.error });
      return;
    case 'draining':
      ledger.drainingSince = event.at;
      return;
    case 'drained':
      ledger.drainMs += event.at - (ledger.drainingSince ?? event.at);
      delete ledger.drainingSince;
      ledger.outcome = event.outcome;
      return;
    case 'triggered':
      return;
    default: {
      const topology = ledger.topologies.get(event.topology);
      if (topology) put(ledger, advanceTopology(topology, event));
    }
  }
}
