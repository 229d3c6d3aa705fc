import { expect, test } from 'vitest';
import { countJunit } from '../../../../scripts/test/junit-report.ts';

const report = (attributes: string) =>
  `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" ${attributes}>` +
  '<testcase classname="tests.test_x" name="test_tests=9" time="0.1" />' +
  '<testcase classname="tests.test_x" name="test_y" time="0.1"><skipped type="pytest.skip" message="kernel: no TUN">x</skipped></testcase>' +
  '</testsuite></testsuites>';

test('what has neither failed nor been skipped has passed', () => {
  expect(countJunit(report('errors="1" failures="2" skipped="1" tests="10" time="0.2"'))).toEqual({
    passed: 6,
    failed: 3,
    skipped: [{ test: 'test_y', reason: 'kernel: no TUN' }],
  });
});

test('a report without a suite is an error', () => {
  expect(() => countJunit('<testsuites />')).toThrow(/testsuite/);
});
