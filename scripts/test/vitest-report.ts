import type { Counts } from './counts.ts';

interface TestResult {
  readonly fullName: string;
  readonly status: string;
  readonly tags?: readonly string[];
  /** As test/support/skipped.ts gives it. */
  readonly meta?: { readonly lacks?: string };
}

/** What is read of the report of vitest's `json` reporter. */
interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly TestResult[];
  }[];
}

/**
 * Counts the tests in a report of vitest; a file that failed although none of its tests did is a failure more.
 *
 * @param tag of the tests that were asked for, where only those were: vitest calls all others skipped
 */
export function countVitest(report: string, tag?: string): Counts {
  const parsed: VitestReport = JSON.parse(report);
  const wasAskedFor = ({ tags = [] }: TestResult) => tag === undefined || tags.includes(tag);
  const testResults = parsed.testResults.map(({ status, assertionResults }) => ({
    status,
    assertionResults: assertionResults.filter(wasAskedFor),
  }));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const withoutTest = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const ended = (status: string) => tests.filter((test) => test.status === status).length;
  return {
    passed: ended('passed'),
    failed: ended('failed') + withoutTest.length,
    skipped: testResults.flatMap((file) =>
      file.assertionResults
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        // What a file that failed has not come to is no skip.
        .filter(({ meta }) => meta?.lacks !== undefined || !withoutTest.includes(file))
        .map(({ fullName, meta }) => ({ test: fullName, reason: meta?.lacks ?? '' })),
    ),
  };
}
