import { addCounts } from '../removal/collection.ts';
import { oneByOneMs } from '../report/time-saved.ts';
import { isUnsure } from '../topology/known-member.ts';
import type { Topology } from '../topology/topology.ts';
import { countRemoved } from './history.ts';
import type { Ledger } from './ledger.ts';
import { doneWeights } from './ledger-weight.ts';

/** The number of removed topologies, and of collections, that are kept whole; only figures are kept of older ones. */
export const REMEMBERED = 1_000;

/** The same limit in bytes for removed topologies, because topologies may be large. */
export const REMEMBERED_BYTES = 4 * 1024 * 1024;

/** Reduces entries that are over to their figures, as soon as there are twice as many as the limit. */
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

/** The number of entries to forget, the oldest first, until the rest is light enough; never the last one. */
function countTooHeavy(weights: readonly number[]): number {
  let left = weights.reduce((sum, weight) => sum + weight, 0);
  if (left < 2 * REMEMBERED_BYTES) return 0;
  for (const [at, weight] of weights.slice(0, -1).entries()) {
    if (left <= REMEMBERED_BYTES) return at;
    left -= weight;
  }
  return weights.length - 1;
}

/** The drain still has to look at members whose owner is unknown, and to tell of nodes that are not confirmed. */
const isForgettable = ({ members }: Topology): boolean =>
  !members.some((member) => isUnsure(member) || member.unconfirmed !== undefined);

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
