import { limitOn } from '../limits/limits.ts';
import { type Limits, measureFor, type Reading } from '../measures/measures.ts';
import type { Unavailable } from '../measures/readings.ts';
import type { MeasureSeries, ReadingSeries } from './reading-series.ts';

/** One measure of a report, over time. */
export interface ReportedMeasure extends Omit<Reading, 'value' | 'perByte'> {
  /** The value at each look; `null` if the reading failed. */
  readonly values: readonly (number | null)[];
  /** The value closest to running out, or the highest value, of all looks, including looks that are not kept. */
  readonly tightest: { readonly at: number; readonly value: number };
  /** The limit of its input, in the same unit; absent if the limit is off. */
  readonly threshold?: number;
}

/** The readings over time while something was pending. */
export interface ReportedReadings {
  /** The times of the looks, in ms since the epoch. */
  readonly at: readonly number[];
  readonly measures: readonly ReportedMeasure[];
  /** The failed readings of the last look, and why they failed. */
  readonly unavailable: readonly Unavailable[];
}

export const NO_READINGS: ReportedReadings = { at: [], measures: [], unavailable: [] };

/** Tenths of a percent are precise enough. */
const round = (unit: Reading['unit'], value: number): number =>
  unit === 'percent' ? Math.round(value * 10) / 10 : value;

function reportMeasure({ last, values, tightest }: MeasureSeries, limits: Limits): ReportedMeasure {
  const { value: _, perByte: __, ...measure } = last;
  const threshold = limitOn(limits[measureFor(last).trigger], last);
  return {
    ...measure,
    values: values.map((value) => (value === undefined ? null : round(last.unit, value))),
    tightest: { at: tightest.at, value: round(last.unit, tightest.value) },
    ...(threshold !== undefined && { threshold: Math.round(threshold) }),
  };
}

export const reportReadings = (
  { at, measures, unavailable }: ReadingSeries,
  limits: Limits,
): ReportedReadings => ({
  at: [...at],
  measures: [...measures.values()].map((series) => reportMeasure(series, limits)),
  unavailable,
});

/** How close a measure came to its threshold: 1 if it reached the threshold. `undefined` if it has none, or is no pressure. */
export function closeness(measure: ReportedMeasure): number | undefined {
  const { total, tightest, threshold } = measure;
  if (threshold === undefined || measureFor(measure).fires === 'below') return undefined;
  const { value } = tightest;
  const [part, whole] = total === undefined ? [value, threshold] : [threshold, value];
  return whole === 0 ? 1 : part / whole;
}

/** The first measure of that input. */
export const measureOf = (
  { measures }: ReportedReadings,
  input: ReportedMeasure['input'],
): ReportedMeasure | undefined => measures.find((measure) => measure.input === input);
