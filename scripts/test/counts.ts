/** How many tests there were, by how they ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Of a part that is one check as a whole. */
export const countOne = (hasPassed: boolean): Counts => ({
  passed: hasPassed ? 1 : 0,
  failed: hasPassed ? 0 : 1,
  skipped: 0,
});

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => all.reduce((total, counts) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** `12 passed, 1 failed`, and `, 2 skipped` where there are any. */
export function describeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/**
 * A run counts as one failure more where it failed for none of its tests (an error outside of them), or had none to run.
 */
export function countRun(counts: Counts, hasSucceeded: boolean): Counts {
  const ran = counts.passed + counts.failed > 0;
  const isExplained = hasSucceeded ? ran : counts.failed > 0;
  return isExplained ? counts : { ...counts, failed: counts.failed + 1 };
}
