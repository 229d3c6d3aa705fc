import { expect, test } from 'vitest';
import { elapsed, placeOf, startOf, ticks, wholeRange, zoom } from '../../../../src/page/time/time-axis.ts';
import { madeCollection, madeReport, reportedTopology } from '../../../fakes/made-report.ts';

test.each([
  [0, false, '0:00'],
  [7400, false, '0:07'],
  [59_600, false, '1:00'],
  [750_000, false, '12:30'],
  [3_750_000, false, '1:02:30'],
  [7440, true, '0:07.4'],
  [59_960, true, '1:00.0'],
  [-2000, false, '−0:02'],
])('%i ms, tenths %s: %s', (ms, tenths, text) => {
  expect(elapsed(ms, tenths)).toBe(text);
});

test('a report begins with the first thing that is known', () => {
  const [lab, other] = [
    reportedTopology('lab', { createdAt: 400, leasedAt: 700 }),
    reportedTopology('other'),
  ];
  expect(startOf(madeReport({ topologies: [other, lab] }))).toBe(400);
  expect(
    startOf(madeReport({ topologies: [other], collections: [madeCollection({ startedAt: 300 })] })),
  ).toBe(300);
  expect(startOf(madeReport({ endedAt: 900 }))).toBe(900);
});

test('the whole has both ends in it, and some time also where nothing took any', () => {
  for (const report of [madeReport({ topologies: [reportedTopology('lab')] }), madeReport()]) {
    const { from, to } = wholeRange(report);
    expect(from).toBeLessThan(startOf(report));
    expect(to).toBeGreaterThan(report.endedAt);
  }
});

const WHOLE = { from: 0, to: 100_000 };

test('closer, a time stays where it was; farther, nothing goes beyond the whole', () => {
  const closer = zoom(WHOLE, 0.5, 80_000, WHOLE);
  expect(closer).toEqual({ from: 40_000, to: 90_000 });
  expect(placeOf(closer, 80_000)).toBeCloseTo(0.8);
  expect(zoom(closer, 100, 45_000, WHOLE)).toEqual(WHOLE);
  expect(zoom({ from: 90_000, to: 140_000 }, 1, 90_000, WHOLE)).toEqual({ from: 50_000, to: 100_000 });
  const closest = zoom(WHOLE, 1e-9, 50_000, WHOLE);
  expect(closest.to - closest.from).toBe(500);
});

test('ticks are at round times since the beginning, as many as there is room for', () => {
  const start = 1_795_500_123_456;
  expect(ticks({ from: start, to: start + 65_000 }, start, 5).map(({ label }) => label)).toEqual([
    '0:00',
    '0:15',
    '0:30',
    '0:45',
    '1:00',
  ]);
  expect(ticks({ from: start, to: start + 1000 }, start, 5).map(({ label }) => label)).toContain('0:00.4');
  for (const count of [2, 5, 12]) expect(ticks(WHOLE, 0, count).length).toBeLessThanOrEqual(2 * count);
});
