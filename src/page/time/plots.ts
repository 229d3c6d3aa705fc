import { scaleLinear } from 'd3-scale';
import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import { measureFor } from '../../domain/measures/measures.ts';
import { usedPercent } from '../../domain/measures/readings.ts';
import type { ReportedMeasure, ReportedReadings } from '../../domain/report/reported-readings.ts';
import { placeOf, type Range } from './time-axis.ts';

/** One measure, ready to be drawn in a box of 1,000 by `HEIGHT`. */
export interface Plot {
  readonly line: string;
  readonly area: string;
  /** The distance of its threshold from the top, 0 to `HEIGHT`; above 0 if the threshold lies beyond the plot. */
  readonly threshold?: number;
  readonly tightest: { readonly x: number; readonly y: number };
}

export const WIDTH = 1000;
export const HEIGHT = 56;

/** Room above the highest value. */
const ROOM = 1.12;

/** A threshold above this multiple of the highest value is outside the plot: it would flatten the rest. */
const FARTHEST = 5;

/** Looks are not joined if their distance exceeds this multiple of the usual distance: nothing was read in between. */
const GAP = 4;
const LEAST_GAP_MS = 10_000;

/** The drawn value: for memory and inodes the used share in percent, as the words give it. */
export const drawn = (measure: ReportedMeasure, value: number): number =>
  isShare(measure) ? usedPercent({ total: measure.total ?? 0, value }) : value;

const isShare = (measure: ReportedMeasure): boolean => measureFor(measure).words.figure === 'used';

function top(measure: ReportedMeasure): number {
  if (isShare(measure)) return 100;
  const { threshold } = measure;
  const known = measure.values.filter((value) => value !== null);
  const highest = Math.max(1, measure.tightest.value, ...known);
  return ROOM * Math.max(highest, Math.min(threshold ?? 0, FARTHEST * highest));
}

/** The longest distance between two joined looks, in ms. */
function longestStep(at: readonly number[]): number {
  const steps = at
    .slice(1)
    .map((time, index) => time - (at[index] ?? 0))
    .sort((a, b) => a - b);
  return Math.max(LEAST_GAP_MS, GAP * (steps[Math.floor(steps.length / 2)] ?? 0));
}

interface Point {
  readonly at: number;
  readonly value: number | null;
}

/** The looks, and the tightest look of all if it is not among them. */
function looksOf({ at }: ReportedReadings, { values, tightest }: ReportedMeasure): Point[] {
  const looks = at.map((time, index): Point => ({ at: time, value: values[index] ?? null }));
  return at.includes(tightest.at) ? looks : [...looks, tightest].sort((a, b) => a.at - b.at);
}

/** The looks, with an empty point in each gap. */
function pointsOf(readings: ReportedReadings, measure: ReportedMeasure): Point[] {
  const longest = longestStep(readings.at);
  return looksOf(readings, measure).flatMap((point, index, looks) => {
    const before = looks[index - 1];
    return before !== undefined && point.at - before.at > longest
      ? [{ at: before.at + 1, value: null }, point]
      : [point];
  });
}

export function plotOf(readings: ReportedReadings, measure: ReportedMeasure, range: Range): Plot {
  const y = scaleLinear([0, top(measure)], [HEIGHT, 0]);
  const x = (at: number) => WIDTH * placeOf(range, at);
  const points = pointsOf(readings, measure);
  const curve = measure.unit === 'count' ? curveStepAfter : curveLinear;
  const isKnown = ({ value }: Point) => value !== null;
  const height = ({ value }: Point) => y(drawn(measure, value ?? 0));
  const left = ({ at }: Point) => x(at);
  const { threshold, tightest } = measure;
  return {
    line: line<Point>(left, height).curve(curve).defined(isKnown).digits(1)(points) ?? '',
    area: area<Point>(left, HEIGHT, height).curve(curve).defined(isKnown).digits(1)(points) ?? '',
    ...(threshold !== undefined && { threshold: y(drawn(measure, threshold)) }),
    tightest: { x: x(tightest.at), y: y(drawn(measure, tightest.value)) },
  };
}

/** The look nearest to a time; `undefined` if there are no looks. */
export function nearestLook(at: readonly number[], time: number): number | undefined {
  let nearest: number | undefined;
  for (const [index, look] of at.entries())
    if (nearest === undefined || Math.abs(look - time) < Math.abs((at[nearest] ?? 0) - time)) nearest = index;
  return nearest;
}
