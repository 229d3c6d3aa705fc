import type { Readings } from '../measures/readings.ts';
import { crossedThresholds, type Limits } from '../measures/thresholds.ts';

/** From so much CPU pressure on, in %, only that share of the removals goes on at once. */
const PACES = [
  { from: 50, share: 1 / 4 },
  { from: 25, share: 1 / 2 },
] as const;

/**
 * How many removals may be under way: fewer while the CPU is under pressure, as tests want it; all where disk or memory are
 * crossed, which would hurt the tests more, and where nobody knows.
 */
export function removalsAtOnce(concurrency: number, limits: Limits, readings: Readings): number {
  const pressure = readings.cpu?.percent ?? 0;
  const pace = PACES.find(({ from }) => pressure >= from);
  if (pace === undefined) return concurrency;
  const isUrgent = crossedThresholds(limits, readings).some(
    ({ trigger }) => trigger === 'disk' || trigger === 'memory',
  );
  return isUrgent ? concurrency : Math.max(1, Math.floor(concurrency * pace.share));
}
