import { judgeSkips, type Skip } from './skip.ts';

/** How many tests there were, by how they ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skip[];
}

/** Of a part that is one check as a whole. */
export const countOne = (hasPassed: boolean): Counts => ({
  passed: hasPassed ? 1 : 0,
  failed: hasPassed ? 0 : 1,
  skipped: [],
});

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: 'passed' | 'failed') => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: all.flatMap(({ skipped }) => skipped) };
}

/** `12 passed, 1 failed`, and `, 2 skipped` where there are any. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped.length === 0 ? '' : `, ${skipped.length} skipped`}`;
}

/**
 * A skip counts as a failure where the machine could be mended. A run counts as one failure more where it failed for none of its
 * tests (an error outside of them), or had none to run.
 */
export function countRun({ passed, failed, skipped }: Counts, hasSucceeded: boolean): Counts {
  const { excused, refused } = judgeSkips(skipped);
  const isExplained = hasSucceeded ? passed + failed > 0 : failed > 0;
  return { passed, failed: failed + refused.length + (isExplained ? 0 : 1), skipped: excused };
}
