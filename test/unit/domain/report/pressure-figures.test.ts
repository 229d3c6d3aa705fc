import { expect, test } from 'vitest';
import { pressureFigures } from '../../../../src/domain/report/pressure-figures.ts';
import { NO_READINGS, type ReportedMeasure } from '../../../../src/domain/report/reported-readings.ts';
import { madeCollection, madeReport } from '../../../fakes/made-report.ts';

const measure = (
  value: number,
  threshold?: number,
  rest: Partial<ReportedMeasure> = {},
): ReportedMeasure => ({
  ...{
    input: 'network-threshold',
    of: 'networks',
    unit: 'count',
    values: [value],
    tightest: { at: 0, value },
  },
  ...(threshold !== undefined && { threshold }),
  ...rest,
});

const figuresOf = (...measures: readonly ReportedMeasure[]) =>
  pressureFigures(madeReport({ readings: { ...NO_READINGS, measures } }));

test('how often each threshold fired is told, the most first, and nothing of collections that were asked for', () => {
  const collections = (['disk', 'networks', 'request', 'networks', 'idle', 'drain', 'ahead'] as const).map(
    (trigger) => madeCollection({ trigger }),
  );
  expect(pressureFigures(madeReport({ collections }))).toEqual({
    fired: [
      { trigger: 'networks', times: 2 },
      { trigger: 'disk', times: 1 },
      { trigger: 'ahead', times: 1 },
    ],
  });
});

test('the closest is what came the nearest to its threshold, whatever it is of', () => {
  const disk = measure(8, 4, { input: 'disk-threshold', of: '/data', unit: 'bytes', total: 100 });
  expect(figuresOf(measure(6, 24), disk, measure(9)).closest).toEqual({ measure: disk, closeness: 0.5 });
});

test('where no threshold is on, nothing is close; idle-collect is none', () => {
  expect(figuresOf(measure(6), measure(6, 50, { input: 'idle-collect' }))).toEqual({ fired: [] });
});
