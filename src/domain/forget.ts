import { addCounts } from './collection.ts';
import { countRemoved } from './history.ts';
import type { Ledger } from './ledger.ts';
import { oneByOneMs } from './time-saved.ts';
import type { Topology } from './topology.ts';

/** That many removed topologies, and that many collections, are remembered whole; of older ones the figures are kept. */
export const REMEMBERED = 1_000;

/** Reduces what is over to its figures, as soon as twice as much is there as is remembered. */
export function forget(ledger: Ledger): void {
  const done = ledger.topologies.size - ledger.pending.size;
  if (done >= 2 * REMEMBERED) forgetTopologies(ledger, done - REMEMBERED);
  const { collections } = ledger;
  if (collections.length < 2 * REMEMBERED) return;
  const forgotten = collections.splice(0, collections.length - REMEMBERED);
  ledger.history = { ...ledger.history, collections: ledger.history.collections + forgotten.length };
}

function forgetTopologies(ledger: Ledger, count: number): void {
  const forgotten: Topology[] = [];
  for (const [id, topology] of ledger.topologies) {
    if (forgotten.length === count) break;
    if (!ledger.pending.has(id)) forgotten.push(topology);
  }
  for (const { id } of forgotten) ledger.topologies.delete(id);
  const { history } = ledger;
  ledger.history = {
    ...history,
    topologies: history.topologies + count,
    removed: addCounts(history.removed, countRemoved(forgotten)),
    oneByOneMs: history.oneByOneMs + oneByOneMs(forgotten),
  };
}
