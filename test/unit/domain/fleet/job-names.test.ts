import { expect, test } from 'vitest';
import { jobNames } from '../../../../src/domain/fleet/job-names.ts';

test.each([
  [[], []],
  [['report.json'], ['report.json']],
  [
    ['reports/ubuntu/report.json', 'reports/debian/report.json'],
    ['ubuntu', 'debian'],
  ],
  [
    ['/r/a/linux/report.json', '/r/b/linux/report.json', '/r/b/arm/report.json'],
    ['a/linux', 'b/linux', 'b/arm'],
  ],
  [
    ['a.json', 'b.json'],
    ['a.json', 'b.json'],
  ],
  [
    ['report.json', 'old/report.json'],
    ['report.json', 'old/report.json'],
  ],
  [
    ['a/report.json', 'a/b/report.json'],
    ['report.json', 'b/report.json'],
  ],
  [
    ['a/x/a/report.json', 'a/report.json'],
    ['x/a/report.json', 'report.json'],
  ],
])('%j are %j', (paths, names) => {
  expect(jobNames(paths)).toEqual(names);
  expect(new Set(jobNames(paths)).size).toBe(paths.length);
});
