import type { Counts } from './counts.ts';

/** Counts the tests in a report of pytest's `--junit-xml`, which has its numbers on the element of the suite. */
export function countJunit(report: string): Counts {
  const [suite] = /<testsuite\s[^>]*>/.exec(report) ?? [];
  if (suite === undefined) throw new Error('no <testsuite> in the report of pytest');
  const attribute = (name: string) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(suite)?.[1] ?? 0);
  const failed = attribute('failures') + attribute('errors');
  const skipped = attribute('skipped');
  return { passed: attribute('tests') - failed - skipped, failed, skipped };
}
