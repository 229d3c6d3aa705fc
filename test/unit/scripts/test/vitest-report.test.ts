import { expect, test } from 'vitest';
import { countVitest } from '../../../../scripts/test/vitest-report.ts';

type File = { status: string; assertionResults: { status: string }[] };

/** As vitest writes it, of files whose tests ended like this. */
function report(files: readonly File[]): string {
  const statuses = files.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const count = (wanted: string) => statuses.filter((status) => status === wanted).length;
  return JSON.stringify({
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    testResults: files,
  });
}

const file = (status: string, ...tests: readonly string[]): File => ({
  status,
  assertionResults: tests.map((of) => ({ status: of })),
});

test('tests count by how they ended, those to do as skipped', () => {
  const files = [file('passed', 'passed', 'pending', 'todo'), file('failed', 'failed', 'passed', 'failed')];
  expect(countVitest(report(files))).toEqual({ passed: 2, failed: 2, skipped: 2 });
});

test('a file that did not load is a failure', () => {
  const files = [file('passed', 'passed'), file('failed')];
  expect(countVitest(report(files))).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a file that failed around its tests is a failure, its tests being as they are', () => {
  expect(countVitest(report([file('failed', 'passed', 'pending')]))).toEqual({
    passed: 1,
    failed: 1,
    skipped: 1,
  });
});
