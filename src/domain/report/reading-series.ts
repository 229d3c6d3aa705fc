import { type Reading, type Readings, readingsShown } from '../measures/measures.ts';
import type { Unavailable } from '../measures/readings.ts';

/** One measure over time: its value at each look of the series, `undefined` if the reading failed. */
export interface MeasureSeries {
  /** The last value that was read. */
  last: Reading;
  readonly values: (number | undefined)[];
  /** The look closest to running out, or the highest, of all looks, including those that are not kept. */
  tightest: { readonly at: number; readonly value: number };
}

/** The readings over time, in no more memory than `MOST_LOOKS` of them take. */
export interface ReadingSeries {
  /** Looks that are closer together, in ms, are not kept; this grows each time the series is thinned out. */
  apartMs: number;
  /** The times of the looks, in ms since the epoch. */
  readonly at: number[];
  readonly measures: Map<string, MeasureSeries>;
  /** The failed readings of the last look. */
  unavailable: readonly Unavailable[];
}

export const MOST_LOOKS = 600;

/** A poll is never exactly on time: a look that is early by less than a quarter counts. */
const EARLY = 0.75;

/** @param pollIntervalMs the time between polls; readings are also taken at submissions, and around collections */
export const emptySeries = (pollIntervalMs: number): ReadingSeries => ({
  apartMs: EARLY * pollIntervalMs,
  at: [],
  measures: new Map(),
  unavailable: [],
});

const keyOf = ({ input, of, unit }: Reading): string => `${input} ${of} ${unit}`;

const isTighter = ({ total, value }: Reading, than: number): boolean =>
  total === undefined ? value > than : value < than;

/** Adds readings, which must not be older than the readings before. */
export function addReadings(series: ReadingSeries, readings: Readings): void {
  const { at, measures } = series;
  const isKept = readings.at - (at.at(-1) ?? Number.NEGATIVE_INFINITY) >= series.apartMs;
  if (isKept) {
    for (const { values } of measures.values()) values.push(undefined);
    at.push(readings.at);
  }
  for (const reading of readingsShown(readings)) {
    const { value } = reading;
    const known = measures.get(keyOf(reading)) ?? newMeasure(reading, readings.at, at.length);
    measures.set(keyOf(reading), known);
    known.last = reading;
    if (isTighter(reading, known.tightest.value)) known.tightest = { at: readings.at, value };
    if (isKept) known.values[at.length - 1] = value;
  }
  series.unavailable = readings.unavailable;
  if (at.length > MOST_LOOKS) thinOut(series);
}

const newMeasure = (reading: Reading, at: number, looks: number): MeasureSeries => ({
  last: reading,
  values: Array.from({ length: looks }, () => undefined),
  tightest: { at, value: reading.value },
});

/** Keeps every second look, and from then on half as many looks. */
function thinOut(series: ReadingSeries): void {
  const { at, measures } = series;
  for (const list of [at, ...[...measures.values()].map(({ values }) => values)]) {
    const kept = (list as unknown[]).filter((_, index) => index % 2 === 0);
    list.splice(0, list.length, ...(kept as never[]));
  }
  series.apartMs *= 2;
}
