import { extendLease, type Lease, withoutMember } from '../topology/lease.ts';
import { advanceTopology, reopenKept, submit } from '../topology/lifecycle.ts';
import { MOST_REFUSALS } from '../topology/spooled.ts';
import { isKept } from '../topology/topology.ts';
import { forget } from './forget.ts';
import type { JournalEvent } from './journal-events.ts';
import { type Ledger, putTopology, putUntaken } from './ledger.ts';
import { restore } from './ledger-snapshot.ts';

const leasedAt = (lease: Lease | undefined) => (lease === undefined ? {} : { leasedAt: lease.leasedAt });

/** Folds one event into the ledger. An event about something unknown to the ledger changes nothing. */
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
      putTopology(ledger, {
        ...leasedAt(ledger.leases.get(event.topology)),
        ...submit(ledger.topologies.get(event.topology), event),
      });
      ledger.leases.delete(event.topology);
      if (event.untaken) putUntaken(ledger, event.untaken);
      // A topology without existing members is over at once, and no collection follows it.
      if (!ledger.pending.has(event.topology)) forget(ledger);
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
      foldRejected(ledger, event);
      return;
    case 'untaken':
      putUntaken(ledger, event.untaken);
      return;
    case 'draining':
      ledger.drainingSince = event.at;
      for (const topology of ledger.topologies.values())
        if (topology.members.some(isKept)) putTopology(ledger, reopenKept(topology));
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
      if (topology) putTopology(ledger, advanceTopology(topology, event));
      const lease = ledger.leases.get(event.topology);
      if (lease && event.type === 'removed') ledger.leases.set(lease.id, withoutMember(lease, event.member));
    }
  }
}

function foldRejected(ledger: Ledger, event: Extract<JournalEvent, { type: 'rejected' }>): void {
  const { file, topology, error, untaken } = event;
  if (untaken) putUntaken(ledger, untaken);
  const sent = ledger.rejected.filter((each) => each.file === undefined);
  const isKnown = sent.some((each) => each.topology === topology && each.error === error);
  if (file === undefined && (isKnown || sent.length >= MOST_REFUSALS)) return;
  ledger.rejected.push({
    ...(file !== undefined && { file }),
    ...(topology !== undefined && { topology }),
    error,
  });
}
