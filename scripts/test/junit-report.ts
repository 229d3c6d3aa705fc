import type { Counts } from './counts.ts';
import type { Skip } from './skip.ts';

/** Counts the tests in a report of pytest's `--junit-xml`, which has its numbers on the element of the suite. */
export function countJunit(report: string): Counts {
  const [suite] = /<testsuite\s[^>]*>/.exec(report) ?? [];
  if (suite === undefined) throw new Error('no <testsuite> in the report of pytest');
  const number = (name: string) => Number(attribute(suite, name));
  const failed = number('failures') + number('errors');
  return { passed: number('tests') - failed - number('skipped'), failed, skipped: skipsIn(report) };
}

/** Each is an element in that of its test: `<testcase …><skipped … message="kernel: …"`. */
const skipsIn = (report: string): Skip[] =>
  [...report.matchAll(/<testcase\s([^>]*[^/])>\s*<skipped\s([^>]*)>/g)].map(
    ([, test = '', skipped = '']) => ({
      test: attribute(test, 'name'),
      reason: attribute(skipped, 'message'),
    }),
  );

const attribute = (element: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(element)?.[1] ?? '';
