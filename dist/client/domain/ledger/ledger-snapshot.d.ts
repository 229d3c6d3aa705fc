import type { Lease } from '../topology/lease.ts';
import type { Topology } from '../topology/topology.ts';
import { type Ledger } from './ledger.ts';
type Figures = Omit<Ledger, 'topologies' | 'pending' | 'left' | 'holders' | 'leases'>;
/** A ledger as JSON: the beginning of a compacted journal. */
export interface LedgerSnapshot extends Figures {
    readonly topologies: readonly Topology[];
    readonly pending: readonly string[];
    readonly leases: readonly Lease[];
}
export declare const takeSnapshot: ({ topologies, pending, left: _, holders: __, leases, ...figures }: Ledger) => LedgerSnapshot;
/** Restores a ledger from a snapshot. */
export declare function restore(ledger: Ledger, { topologies, pending, leases, ...figures }: LedgerSnapshot): void;
export {};
