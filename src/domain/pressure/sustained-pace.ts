import { type Limits, MEASURES, PRESSURES, type Readings } from '../measures/measures.ts';
import { crossedThresholds } from './thresholds.ts';

const RUNNING_OUT: ReadonlySet<string> = new Set(
  PRESSURES.filter(({ runsOut }) => runsOut).map(({ trigger }) => trigger),
);

/** Whether a collection for it is in a hurry: it would hurt the tests more than removals do. */
export const runsOut = (trigger: string): boolean => RUNNING_OUT.has(trigger);

/**
 * How many removals may be under way: fewer while the CPU is under pressure, as tests want it; all where something that runs out
 * is crossed, which would hurt the tests more, and where nobody knows.
 */
export function removalsAtOnce(concurrency: number, limits: Limits, readings: Readings): number {
  const share = Math.min(1, ...MEASURES.flatMap((measure) => measure.pace?.(readings) ?? []));
  if (share === 1 || crossedThresholds(limits, readings).some(({ trigger }) => runsOut(trigger)))
    return concurrency;
  return Math.max(1, Math.floor(concurrency * share));
}
