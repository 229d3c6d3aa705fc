import { countRemoved } from '../domain/ledger/history.ts';
import { type Ledger, pendingTopologies } from '../domain/ledger/ledger.ts';
import { addCounts } from '../domain/removal/collection.ts';
import type { Site, Sites } from '../domain/site.ts';
import type { Lease } from '../domain/topology/lease.ts';
import { MOST_ENDING, type Status } from '../protocol/agent-service.ts';

interface StatusContext
  extends Omit<Status, 'session' | 'uptimeMs' | 'engine' | 'engines' | 'pending' | 'leases' | 'totals'> {
  readonly ledger: Ledger;
  readonly sites: Sites;
  readonly now: number;
  /** When the time to live of a lease is over. */
  readonly endOfLease: (lease: Lease) => number | undefined;
}

function describeLeases({ leases }: Ledger, endOfLease: StatusContext['endOfLease']): Status['leases'] {
  const ending = [...leases.values()].flatMap((lease) => {
    const endsAt = endOfLease(lease);
    return endsAt === undefined ? [] : [{ topology: lease.id, name: lease.name, endsAt }];
  });
  return {
    topologies: leases.size,
    ending: ending.sort((a, b) => a.endsAt - b.endsAt).slice(0, MOST_ENDING),
  };
}

const engineIn = ({ identity: { id, host, version } }: Site) => ({ id, host, version });

/** What `GET /v1/status` answers. */
export function describeStatus({ ledger, sites, now, endOfLease, ...said }: StatusContext): Status {
  const { history } = ledger;
  const pending = pendingTopologies(ledger).flatMap(({ members }) => members);
  const all = [...ledger.topologies.values()];
  return {
    ...said,
    session: ledger.session?.id ?? '',
    uptimeMs: now - said.startedAt,
    engine: engineIn(sites[0]),
    ...(sites.length > 1 && {
      engines: sites.map((site) => ({ ...(site.name && { name: site.name }), ...engineIn(site) })),
    }),
    pending: { topologies: ledger.pending.size, ...ledger.left },
    leases: describeLeases(ledger, endOfLease),
    totals: {
      submissions: ledger.submissions,
      topologies: history.topologies + all.length,
      collections: history.collections + ledger.collections.length,
      removed: addCounts(history.removed, countRemoved(all)),
      failed: pending.filter(({ state }) => state === 'failed').length,
    },
  };
}
