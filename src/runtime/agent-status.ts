import type { EngineIdentity } from '../domain/engine.ts';
import { countRemoved } from '../domain/ledger/history.ts';
import { type Ledger, pendingTopologies } from '../domain/ledger/ledger.ts';
import { addCounts } from '../domain/removal/collection.ts';
import type { Status } from '../protocol/agent-service.ts';

interface StatusContext extends Omit<Status, 'session' | 'uptimeMs' | 'engine' | 'pending' | 'totals'> {
  readonly ledger: Ledger;
  readonly identity: EngineIdentity;
  readonly now: number;
}

/** What `GET /v1/status` answers. */
export function describeStatus({ ledger, identity, now, ...said }: StatusContext): Status {
  const { history } = ledger;
  const pending = pendingTopologies(ledger).flatMap(({ members }) => members);
  const all = [...ledger.topologies.values()];
  return {
    ...said,
    session: ledger.session?.id ?? '',
    uptimeMs: now - said.startedAt,
    engine: { id: identity.id, host: identity.host, version: identity.version },
    pending: { topologies: ledger.pending.size, ...ledger.left },
    totals: {
      submissions: ledger.submissions,
      topologies: history.topologies + all.length,
      collections: history.collections + ledger.collections.length,
      removed: addCounts(history.removed, countRemoved(all)),
      failed: pending.filter(({ state }) => state === 'failed').length,
    },
  };
}
