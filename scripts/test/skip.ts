/** A test that did not run, and why. */
export interface Skip {
  readonly test: string;
  /** Begins with `kernel: `, `root: ` or `engine: ` where no package mends it: see test/support/skipped.ts. */
  readonly reason: string;
}

const isExcused = ({ reason }: Skip): boolean => /^(kernel|root|engine): /.test(reason);

/** Of these skips, those that may be and those that count as failures: what a machine lacks is installed. */
export function judgeSkips(skips: readonly Skip[]): { excused: Skip[]; refused: Skip[] } {
  const isRefused = (skip: Skip) => !isExcused(skip);
  return { excused: skips.filter(isExcused), refused: skips.filter(isRefused) };
}

export const describeSkip = ({ test, reason }: Skip): string => `${test} (${reason || 'no reason given'})`;
