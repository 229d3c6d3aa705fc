import type { Lease } from '../topology/lease.ts';
import type { Topology } from '../topology/topology.ts';
import { type Ledger } from './ledger.ts';
type Figures = Omit<Ledger, 'topologies' | 'pending' | 'left' | 'holders' | 'leases'>;
/** A ledger as JSON: what a journal begins with once it has been compacted. */
export interface LedgerSnapshot extends Figures {
    readonly topologies: readonly Topology[];
    readonly pending: readonly string[];
    readonly leases: readonly Lease[];
}
export declare const takeSnapshot: ({ topologies, pending, left: _, holders: __, leases, ...figures }: Ledger) => LedgerSnapshot;
/** Makes a ledger what it was when the snapshot was taken. */
export declare function restore(ledger: Ledger, { topologies, pending, leases, ...figures }: LedgerSnapshot): void;
export {};
