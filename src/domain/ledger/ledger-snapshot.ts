import { NO_MEMBERS } from '../removal/collection.ts';
import type { Lease } from '../topology/lease.ts';
import type { Topology } from '../topology/topology.ts';
import { countAsLeft, type Ledger } from './ledger.ts';

type Figures = Omit<Ledger, 'topologies' | 'pending' | 'left' | 'holders' | 'leases'>;

/** A ledger as JSON: the beginning of a compacted journal. */
export interface LedgerSnapshot extends Figures {
  readonly topologies: readonly Topology[];
  readonly pending: readonly string[];
  readonly leases: readonly Lease[];
}

export const takeSnapshot = ({
  topologies,
  pending,
  left: _,
  holders: __,
  leases,
  ...figures
}: Ledger): LedgerSnapshot => ({
  ...figures,
  topologies: [...topologies.values()],
  pending: [...pending],
  leases: [...leases.values()],
});

/** Restores a ledger from a snapshot. */
export function restore(ledger: Ledger, { topologies, pending, leases, ...figures }: LedgerSnapshot): void {
  Object.assign(ledger, figures, {
    topologies: new Map(topologies.map((topology) => [topology.id, topology])),
    pending: new Set(pending),
    left: NO_MEMBERS,
    holders: new Map(),
    leases: new Map(leases.map((lease) => [lease.id, lease])),
  });
  for (const topology of topologies) countAsLeft(ledger, topology);
}
