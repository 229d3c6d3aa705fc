import { describe, expect, test } from 'vitest';
import { countOne, countRun, describeCounts, sumCounts } from '../../../../scripts/test/counts.ts';

test('counts add up, each kind on its own', () => {
  const all = [{ passed: 3, failed: 1, skipped: 2 }, countOne(true), countOne(false)];
  expect(sumCounts(all)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('skipped ones are told where there are any', () => {
  expect(describeCounts({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(describeCounts({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
});

describe('a run', () => {
  test('that went well counts as its tests', () => {
    const counts = { passed: 2, failed: 0, skipped: 1 };
    expect(countRun(counts, true)).toEqual(counts);
  });

  test('that failed for its tests counts as these', () => {
    const counts = { passed: 2, failed: 3, skipped: 0 };
    expect(countRun(counts, false)).toEqual(counts);
  });

  test('that failed although all its tests passed is a failure more', () => {
    expect(countRun({ passed: 2, failed: 0, skipped: 0 }, false)).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
    });
  });

  test('that ran no test is a failure, whatever it says of itself', () => {
    expect(countRun({ passed: 0, failed: 0, skipped: 4 }, true)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 4,
    });
    expect(countRun({ passed: 0, failed: 0, skipped: 0 }, false)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
