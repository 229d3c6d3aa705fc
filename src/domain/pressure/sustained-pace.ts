import { type Limits, MEASURES, PRESSURES, type Readings } from '../measures/measures.ts';
import { crossedThresholds } from './thresholds.ts';

const RUNNING_OUT: ReadonlySet<string> = new Set(
  PRESSURES.filter(({ runsOut }) => runsOut).map(({ trigger }) => trigger),
);

/** Whether a collection for this threshold is urgent: the shortage would hurt the tests more than removals do. */
export const runsOut = (trigger: string): boolean => RUNNING_OUT.has(trigger);

/**
 * The number of removals that may be under way. It is lower while the CPU is under pressure, because tests want the CPU. It
 * is the full number if a supply is over its threshold, which would hurt the tests more, or if the pressure is unknown.
 */
export function removalsAtOnce(concurrency: number, limits: Limits, readings: Readings): number {
  const share = Math.min(1, ...MEASURES.flatMap((measure) => measure.pace?.(readings) ?? []));
  if (share === 1 || crossedThresholds(limits, readings).some(({ trigger }) => runsOut(trigger)))
    return concurrency;
  return Math.max(1, Math.floor(concurrency * share));
}
