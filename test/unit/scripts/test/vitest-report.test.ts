import { expect, test } from 'vitest';
import { countVitest } from '../../../../scripts/test/vitest-report.ts';

type File = { status: string; assertionResults: { fullName: string; status: string; meta: object }[] };

/** As vitest writes it, of files whose tests ended like this. */
const report = (...testResults: readonly File[]): string => JSON.stringify({ testResults });

const file = (status: string, ...tests: readonly string[]): File => ({
  status,
  assertionResults: tests.map((of, at) => ({ fullName: `test ${at}`, status: of, meta: {} })),
});

test('tests count by how they ended, and what did not run as skipped', () => {
  const files = [
    file('passed', 'passed', 'pending', 'todo', 'skipped'),
    file('failed', 'failed', 'passed', 'failed'),
  ];
  const counts = countVitest(report(...files));
  expect(counts).toMatchObject({ passed: 2, failed: 2 });
  expect(counts.skipped.map((skip) => skip.test)).toEqual(['test 1', 'test 2', 'test 3']);
});

test('a skip has the reason that its test gives', () => {
  const skipped = file('passed', 'skipped');
  for (const { meta } of skipped.assertionResults) Object.assign(meta, { lacks: 'kernel: no TUN device' });
  expect(countVitest(report(skipped)).skipped).toEqual([{ test: 'test 0', reason: 'kernel: no TUN device' }]);
});

test('a file that did not load is a failure', () => {
  const files = [file('passed', 'passed'), file('failed')];
  expect(countVitest(report(...files))).toEqual({ passed: 1, failed: 1, skipped: [] });
});

test('a file that failed around its tests is one failure, and what it has not come to is no skip', () => {
  expect(countVitest(report(file('failed', 'passed', 'skipped')))).toEqual({
    passed: 1,
    failed: 1,
    skipped: [],
  });
});

test('where only tests with a tag were asked for, only those count', () => {
  const tests = file('passed', 'passed', 'skipped', 'skipped');
  const tagged = tests.assertionResults.map((each, at) => ({ ...each, tags: at === 1 ? [] : ['slow'] }));
  expect(countVitest(report({ ...tests, assertionResults: tagged }), 'slow')).toEqual({
    passed: 1,
    failed: 0,
    skipped: [{ test: 'test 2', reason: '' }],
  });
});
