import { describe, expect, test } from 'vitest';
import type { ReportedMeasure } from '../../../../src/domain/report/reported-readings.ts';
import { drawn, HEIGHT, nearestLook, plotOf, WIDTH } from '../../../../src/page/time/plots.ts';

const RANGE = { from: 0, to: 100_000 };

const measure = (
  values: readonly (number | null)[],
  rest: Partial<ReportedMeasure> = {},
): ReportedMeasure => ({
  ...{ input: 'cpu-threshold', of: 'pressure', unit: 'percent', values },
  tightest: { at: 0, value: Math.max(...values.map((value) => value ?? 0)) },
  ...rest,
});

const every = (ms: number, count: number) => Array.from({ length: count }, (_, at) => at * ms);

const plot = (at: readonly number[], of: ReportedMeasure) =>
  plotOf({ at, measures: [of], unavailable: [] }, of, RANGE);

const lines = (path: string) => path.split('M').length - 1;

test('looks are joined to a line from left to right', () => {
  const { line } = plot([0, 50_000, 100_000], measure([10, 20, 10]));
  expect(line).toMatch(new RegExp(`^M0,[\\d.]+L${WIDTH / 2},[\\d.]+L${WIDTH},[\\d.]+$`));
});

test('the tightest of a look that is not told is on the line too', () => {
  const { line, tightest } = plot([0, 40_000], measure([10, 10], { tightest: { at: 20_000, value: 30 } }));
  expect(line.split('L')[1]).toBe(`${tightest.x},${tightest.y.toFixed(0)}`);
});

test('it is broken where nothing could be read, and where nothing was', () => {
  expect(lines(plot(every(2000, 5), measure([1, 2, null, 4, 5])).line)).toBe(2);
  expect(lines(plot([...every(2000, 5), 60_000, 62_000], measure([1, 2, 3, 4, 5, 6, 7])).line)).toBe(2);
});

describe('a threshold', () => {
  test('is in the plot, above what stays below it', () => {
    const { threshold, tightest } = plot(every(2000, 3), measure([10, 20, 15], { threshold: 40 }));
    expect(threshold).toBeGreaterThan(0);
    expect(threshold).toBeLessThan(tightest.y);
  });

  test('that is far away is above the plot, so that the rest can be seen', () => {
    expect(plot(every(2000, 3), measure([1, 2, 3], { threshold: 100 })).threshold).toBeLessThan(0);
  });

  test('of memory is drawn as what is used, like the memory', () => {
    const memory = { input: 'memory-threshold', of: 'memory', unit: 'bytes', total: 1000 } as const;
    const of = measure([400], { ...memory, tightest: { at: 0, value: 400 }, threshold: 150 });
    expect(drawn(of, 400)).toBe(60);
    expect(plot([0], of).threshold).toBeCloseTo(HEIGHT * 0.15);
  });
});

test('the look that is nearest', () => {
  expect(nearestLook([0, 10, 20], 14)).toBe(1);
  expect(nearestLook([0, 10, 20], 999)).toBe(2);
  expect(nearestLook([], 5)).toBeUndefined();
});
