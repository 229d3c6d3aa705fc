import { describe, expect, test } from 'vitest';
import { countOne, countRun, describeCounts, sumCounts } from '../../../../scripts/test/counts.ts';

const MOUNTS = { test: 'no mount is ever crossed', reason: 'kernel: it mounts nothing for this process' };
const ROOT = { test: 'a runner', reason: 'root: only root can do what it does' };

test('counts add up, each kind on its own', () => {
  const all = [
    { passed: 3, failed: 1, skipped: [MOUNTS] },
    countOne(true),
    { passed: 0, failed: 1, skipped: [ROOT] },
  ];
  expect(sumCounts(all)).toEqual({ passed: 4, failed: 2, skipped: [MOUNTS, ROOT] });
  expect(sumCounts([])).toEqual({ passed: 0, failed: 0, skipped: [] });
});

test('skipped ones are told where there are any', () => {
  expect(describeCounts({ passed: 12, failed: 0, skipped: [] })).toBe('12 passed, 0 failed');
  expect(describeCounts({ passed: 12, failed: 1, skipped: [MOUNTS, ROOT] })).toBe(
    '12 passed, 1 failed, 2 skipped',
  );
});

describe('a run', () => {
  test('that went well counts as its tests', () => {
    const counts = { passed: 2, failed: 0, skipped: [MOUNTS] };
    expect(countRun(counts, true)).toEqual(counts);
  });

  test('that failed for its tests counts as these', () => {
    const counts = { passed: 2, failed: 3, skipped: [] };
    expect(countRun(counts, false)).toEqual(counts);
  });

  test('that failed although all its tests passed is a failure more', () => {
    expect(countRun({ passed: 2, failed: 0, skipped: [] }, false)).toEqual({
      passed: 2,
      failed: 1,
      skipped: [],
    });
  });

  test('that ran no test is a failure, whatever it says of itself', () => {
    expect(countRun({ passed: 0, failed: 0, skipped: [ROOT] }, true)).toEqual({
      passed: 0,
      failed: 1,
      skipped: [ROOT],
    });
    expect(countRun({ passed: 0, failed: 0, skipped: [] }, false)).toEqual({
      passed: 0,
      failed: 1,
      skipped: [],
    });
  });

  test.each(['package: there is no podman', ''])('has failed where a test is skipped for %j', (reason) => {
    const skipped = [MOUNTS, { test: 'Podman', reason }];
    expect(countRun({ passed: 2, failed: 0, skipped }, true)).toEqual({
      passed: 2,
      failed: 1,
      skipped: [MOUNTS],
    });
  });
});
