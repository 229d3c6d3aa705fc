import type { CountLimit } from '../limits/limits.ts';
import { counted } from '../text/counted.ts';
import type { Crossing } from './measure.ts';
import type { Amount } from './readings.ts';

/** The reading is back at this share of its limit. */
const BACK = 0.8;

/**
 * Compares a count with its limit.
 * @param one the word for one counted thing
 * @param where the words after the count: `pending`, `on the engine`
 */
export function countCrossed(
  one: string,
  where: string,
  limit: CountLimit,
  { value }: Amount,
  margin: boolean,
): Crossing | undefined {
  if (limit.kind === 'off') return undefined;
  if (margin ? value <= limit.count * BACK : value < limit.count) return undefined;
  return {
    reading: value,
    step: 1,
    reason: `${counted(value, one)} ${where}, threshold ${limit.count}`,
    back: `at most ${Math.floor(limit.count * BACK)} are left`,
  };
}
