import { addCounts } from '../removal/collection.ts';
import { oneByOneMs } from '../report/time-saved.ts';
import { isUnsure } from '../topology/known-member.ts';
import type { Topology } from '../topology/topology.ts';
import { countRemoved } from './history.ts';
import type { Ledger } from './ledger.ts';
import { doneWeights } from './ledger-weight.ts';

/** That many removed topologies, and that many collections, are remembered whole; of older ones the figures are kept. */
export const REMEMBERED = 1_000;

/** The same in bytes, as topologies may hold much: that many of those that are removed are remembered. */
export const REMEMBERED_BYTES = 4 * 1024 * 1024;

/** Reduces what is over to its figures, as soon as twice as much is there as is remembered. */
export function forget(ledger: Ledger): void {
  const done = ledger.topologies.size - ledger.pending.size;
  if (done >= 2 * REMEMBERED) forgetTopologies(ledger, done - REMEMBERED);
  const count = countTooHeavy(doneWeights(ledger));
  if (count > 0) forgetTopologies(ledger, count);
  const { collections } = ledger;
  if (collections.length < 2 * REMEMBERED) return;
  const forgotten = collections.splice(0, collections.length - REMEMBERED);
  ledger.history = { ...ledger.history, collections: ledger.history.collections + forgotten.length };
}

/** How many of them, the oldest first, are to be forgotten so that the rest is light enough; never the last one. */
function countTooHeavy(weights: readonly number[]): number {
  let left = weights.reduce((sum, weight) => sum + weight, 0);
  if (left < 2 * REMEMBERED_BYTES) return 0;
  for (const [at, weight] of weights.slice(0, -1).entries()) {
    if (left <= REMEMBERED_BYTES) return at;
    left -= weight;
  }
  return weights.length - 1;
}

/** What nobody could say whose it is has yet to be looked at by the drain. */
const isForgettable = ({ members }: Topology): boolean => !members.some(isUnsure);

function forgetTopologies(ledger: Ledger, count: number): void {
  const forgotten: Topology[] = [];
  for (const [id, topology] of ledger.topologies) {
    if (forgotten.length === count) break;
    if (!ledger.pending.has(id) && isForgettable(topology)) forgotten.push(topology);
  }
  for (const { id } of forgotten) ledger.topologies.delete(id);
  const { history } = ledger;
  ledger.history = {
    ...history,
    topologies: history.topologies + forgotten.length,
    removed: addCounts(history.removed, countRemoved(forgotten)),
    oneByOneMs: history.oneByOneMs + oneByOneMs(forgotten),
  };
}
