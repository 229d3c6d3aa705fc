import { expect, test } from 'vitest';
import { countJunit } from '../../../../scripts/test/junit-report.ts';

const report = (attributes: string) =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" ${attributes}>` +
  '<testcase classname="tests.test_x" name="test_tests=9" time="0.1" /></testsuite></testsuites>';

test('what has neither failed nor been skipped has passed', () => {
  expect(countJunit(report('errors="1" failures="2" skipped="3" tests="10" time="0.2"'))).toEqual({
    passed: 4,
    failed: 3,
    skipped: 3,
  });
});

test('a report without a suite is an error', () => {
  expect(() => countJunit('<testsuites />')).toThrow(/testsuite/);
});
