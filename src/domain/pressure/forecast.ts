import { type Readings, type Supply, suppliesOf } from '../measures/readings.ts';
import { BACK, type Crossed, type Limits, usedOf, whenFree } from '../measures/thresholds.ts';
import type { CollectionRecord } from '../removal/collection.ts';

interface Sample {
  readonly at: number;
  readonly free: number;
}

/** What was free at the last looks, the oldest first, by what can run out. */
export type Course = ReadonlyMap<string, readonly Sample[]>;

/** How what can run out has changed of late. */
export interface Trend {
  readonly trigger: 'disk' | 'memory';
  readonly supply: Supply;
  /** How much less of it is free each ms; less than 0 where it becomes more. */
  readonly perMs: number;
}

/** What is expected, and how long before the end a collection has to begin. */
export interface Forecast {
  readonly trends: readonly Trend[];
  /** See `leadMs`. */
  readonly leadMs: number;
}

/** That many looks tell the rate, so that one that is off, or a burst of writing, does not. */
const SAMPLES = 12;
const LEAST_SAMPLES = 4;

/** Looks that are closer than that, in ms, are one: each submission asks for one too. */
const APART_MS = 500;

/** While none has run: the engine's default grace. */
const FIRST_LEAD_MS = 10_000;

/** A member that hung makes one collection long, and is no measure of the next. */
const LONGEST_LEAD_MS = 60_000;
const LAST_COLLECTIONS = 5;

const KINDS = ['disk', 'memory'] as const;

const supplies = (readings: Readings) =>
  KINDS.flatMap((trigger) =>
    readings[trigger]
      .flatMap(suppliesOf)
      .map((supply) => ({ trigger, supply, key: `${trigger} ${supply.of}` })),
  );

/** The course with these readings too; looks that are too old to say anything of now are forgotten. */
export function observe(course: Course, readings: Readings, pollIntervalMs: number): Course {
  const { at } = readings;
  const windowMs = SAMPLES * Math.max(pollIntervalMs, APART_MS);
  return new Map(
    supplies(readings).map(({ supply: { free }, key }) => {
      const known = (course.get(key) ?? []).filter((sample) => at - sample.at <= windowMs);
      const latest = known.at(-1);
      if (latest !== undefined && at - latest.at < APART_MS) return [key, known];
      return [key, [...known, { at, free }].slice(-SAMPLES)];
    }),
  );
}

/** Theil and Sen: the median of the slopes between all pairs. Of 12 samples three may be anything at all. */
function slope(samples: readonly Sample[]): number {
  const slopes = samples
    .flatMap((from, at) => samples.slice(at + 1).map((to) => (to.free - from.free) / (to.at - from.at)))
    .sort((a, b) => a - b);
  const middle = slopes.length / 2;
  const [low = 0, high = 0] = [slopes[Math.ceil(middle) - 1], slopes[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What the course tells; nothing of what was looked at too few times. */
export const trendsOf = (course: Course, readings: Readings): Trend[] =>
  supplies(readings).flatMap(({ trigger, supply, key }) => {
    const samples = course.get(key) ?? [];
    return samples.length < LEAST_SAMPLES ? [] : [{ trigger, supply, perMs: -slope(samples) }];
  });

/**
 * How long before something is full a collection has to begin, in ms: as long as the longest of the last ones took, and
 * until the next look.
 */
export function leadMs(collections: readonly CollectionRecord[], pollIntervalMs: number): number {
  const took = collections.slice(-LAST_COLLECTIONS).map(({ startedAt, endedAt }) => endedAt - startedAt);
  const longest = took.length === 0 ? FIRST_LEAD_MS : Math.max(...took);
  return Math.min(longest, LONGEST_LEAD_MS) + pollIntervalMs;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`;

/**
 * What will be full before a collection could be over, in the form of crossed thresholds: as if the threshold were what is
 * written in that time. With `margin`, what is not back far enough yet. Nothing whose threshold is off.
 */
export function crossedAhead(
  limits: Limits,
  { trends, leadMs: lead }: Forecast,
  readings: Readings,
  margin = false,
): Crossed[] {
  return supplies(readings).flatMap(({ trigger, supply }) => {
    const trend = trends.find((each) => each.trigger === trigger && each.supply.of === supply.of);
    if (trend === undefined || trend.perMs <= 0 || limits[trigger].kind === 'off') return [];
    const needed = trend.perMs * lead;
    if (supply.free > needed * (margin ? BACK.free : 1)) return [];
    const fullIn = seconds(supply.free / trend.perMs);
    const reason = `${supply.of}: full in ${fullIn} at this rate, a collection takes up to ${seconds(lead)}`;
    return [{ trigger, ...usedOf(supply), reason, back: whenFree(supply, needed * BACK.free) }];
  });
}
