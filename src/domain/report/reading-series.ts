import { type Reading, type Readings, readingsShown } from '../measures/measures.ts';
import type { Unavailable } from '../measures/readings.ts';

/** One measure over time: what it was at each look of the series, `undefined` where it could not be read. */
export interface MeasureSeries {
  /** At the last look that had it. */
  last: Reading;
  readonly values: (number | undefined)[];
  /** When it was closest to running out, or the most, of all looks, those that are not kept among them. */
  tightest: { readonly at: number; readonly value: number };
}

/** How readings went, in no more memory than `MOST_LOOKS` of them take. */
export interface ReadingSeries {
  /** Looks that are closer than that, in ms, are not kept; longer each time that the series is thinned out. */
  apartMs: number;
  /** When it was looked, in ms since the epoch. */
  readonly at: number[];
  readonly measures: Map<string, MeasureSeries>;
  /** Of the last look. */
  unavailable: readonly Unavailable[];
}

export const MOST_LOOKS = 600;

/** A poll is never exactly on time: one that is early by less than a quarter counts. */
const EARLY = 0.75;

/** @param pollIntervalMs how often readings are taken; they are also taken at submissions, and around collections */
export const emptySeries = (pollIntervalMs: number): ReadingSeries => ({
  apartMs: EARLY * pollIntervalMs,
  at: [],
  measures: new Map(),
  unavailable: [],
});

const keyOf = ({ input, of, unit }: Reading): string => `${input} ${of} ${unit}`;

const isTighter = ({ total, value }: Reading, than: number): boolean =>
  total === undefined ? value > than : value < than;

/** Adds readings, which are no older than those before. */
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

/** Keeps every second look, and from now on one where it kept two. */
function thinOut(series: ReadingSeries): void {
  const { at, measures } = series;
  for (const list of [at, ...[...measures.values()].map(({ values }) => values)]) {
    const kept = (list as unknown[]).filter((_, index) => index % 2 === 0);
    list.splice(0, list.length, ...(kept as never[]));
  }
  series.apartMs *= 2;
}
