import {
  type AnyMeasure,
  type Limits,
  PRESSURES,
  type Pressure,
  type Readings,
} from '../measures/measures.ts';
import type { Amount } from '../measures/readings.ts';
import { SPACE_MARGIN, usedOf, whenFree } from '../measures/spaces.ts';
import type { CollectionRecord } from '../removal/collection.ts';
import { grouped } from '../text/grouped.ts';
import type { Crossed } from './thresholds.ts';

interface Sample {
  readonly at: number;
  readonly free: number;
}

/** The free amounts at the last looks, the oldest first, of everything that can run out. */
export type Course = ReadonlyMap<string, readonly Sample[]>;

/** A supply with a fixed size. */
export interface Supply {
  readonly trigger: Pressure;
  /** `/data`, `the inodes of /data`, `memory`. */
  readonly of: string;
  readonly unit: AnyMeasure['unit'];
  readonly amount: Amount;
}

/** The recent change of a supply. */
export interface Trend {
  readonly supply: Supply;
  /** The decrease of the free amount per ms; negative if the free amount grows. */
  readonly perMs: number;
}

/** The forecast, and how long before the end a collection has to begin. */
export interface Forecast {
  readonly trends: readonly Trend[];
  /** See `leadMs`. */
  readonly leadMs: number;
}

/** The rate needs this number of looks, so that one wrong look or one burst of writing does not decide. */
const SAMPLES = 12;
const LEAST_SAMPLES = 4;

/** Looks that are closer together, in ms, count as one: each submission causes a look too. */
const APART_MS = 500;

/** Used before the first collection: the engine's default grace. */
const FIRST_LEAD_MS = 10_000;

/** A member that hung makes one collection long, and does not predict the next. */
const LONGEST_LEAD_MS = 60_000;
const LAST_COLLECTIONS = 5;

const RUNNING_OUT = PRESSURES.filter(({ runsOut }) => runsOut);

function supplies(readings: Readings): Supply[] {
  const all = RUNNING_OUT.flatMap(({ trigger, unit, words, amounts }) =>
    amounts(readings).map((amount): Supply => ({ trigger, of: words.subject(amount.of), unit, amount })),
  );
  // All readings of a file system stay together.
  return grouped(all, ({ trigger, amount }) => `${trigger} ${amount.of}`).flat();
}

/** Identifies a supply. */
export const supplyKey = ({ trigger, of }: Supply): string => `${trigger} ${of}`;

/** The course with these readings added; looks that are too old to describe the present are dropped. */
export function observe(course: Course, readings: Readings, pollIntervalMs: number): Course {
  const { at } = readings;
  const windowMs = SAMPLES * Math.max(pollIntervalMs, APART_MS);
  return new Map(
    supplies(readings).map((supply) => {
      const key = supplyKey(supply);
      const { value: free } = supply.amount;
      const known = (course.get(key) ?? []).filter((sample) => at - sample.at <= windowMs);
      const latest = known.at(-1);
      if (latest !== undefined && at - latest.at < APART_MS) return [key, known];
      return [key, [...known, { at, free }].slice(-SAMPLES)];
    }),
  );
}

/** Theil-Sen: the median of the slopes between all pairs. With 12 samples, three may have any value. */
function slope(samples: readonly Sample[]): number {
  const slopes = samples
    .flatMap((from, at) => samples.slice(at + 1).map((to) => (to.free - from.free) / (to.at - from.at)))
    .sort((a, b) => a - b);
  const middle = slopes.length / 2;
  const [low = 0, high = 0] = [slopes[Math.ceil(middle) - 1], slopes[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The trends of the course; supplies with too few looks have none. */
export const trendsOf = (course: Course, readings: Readings): Trend[] =>
  supplies(readings).flatMap((supply) => {
    const samples = course.get(supplyKey(supply)) ?? [];
    return samples.length < LEAST_SAMPLES ? [] : [{ supply, perMs: -slope(samples) }];
  });

/**
 * How long before something is full a collection has to begin, in ms: the duration of the longest recent collection, plus
 * the time until the next look.
 */
export function leadMs(collections: readonly CollectionRecord[], pollIntervalMs: number): number {
  const took = collections.slice(-LAST_COLLECTIONS).map(({ startedAt, endedAt }) => endedAt - startedAt);
  const longest = took.length === 0 ? FIRST_LEAD_MS : Math.max(...took);
  return Math.min(longest, LONGEST_LEAD_MS) + pollIntervalMs;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;

/**
 * The supplies that will be full before a collection could end, in the form of crossed thresholds: the threshold is the
 * amount that is written in that time. With `margin`, the supplies that have not gone back far enough yet. Supplies whose
 * threshold is off are left out.
 */
export function crossedAhead(
  limits: Limits,
  { trends, leadMs: lead }: Forecast,
  readings: Readings,
  margin = false,
): Crossed[] {
  const perMs = new Map(trends.map((trend) => [supplyKey(trend.supply), trend.perMs]));
  return supplies(readings).flatMap((supply) => {
    const { trigger, of, unit, amount } = supply;
    const rate = perMs.get(supplyKey(supply)) ?? 0;
    if (rate <= 0 || limits[trigger].kind === 'off') return [];
    const needed = rate * lead;
    if (amount.value > needed * (margin ? SPACE_MARGIN.free : 1)) return [];
    const fullIn = seconds(amount.value / rate);
    const reason = `${of}: full in ${fullIn} at this rate, a collection takes up to ${seconds(lead)}`;
    return [{ trigger, of, ...usedOf(amount), reason, back: whenFree(unit, needed * SPACE_MARGIN.free) }];
  });
}
