import type { Counts } from './counts.ts';

/** What is read of the report of vitest's `json` reporter. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Counts the tests in a report of vitest; a file that failed although none of its tests did is a failure more. */
export function countVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }: VitestReport =
    JSON.parse(report);
  const failedFiles = testResults.filter(({ status }) => status === 'failed');
  const withoutTest = failedFiles.filter(({ assertionResults }) =>
    assertionResults.every(({ status }) => status !== 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + withoutTest.length,
    skipped: numPendingTests + numTodoTests,
  };
}
