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

/** What was free at the last looks, the oldest first, by what can run out. */
export type Course = ReadonlyMap<string, readonly Sample[]>;

/** Something of which there is so much and no more. */
export interface Supply {
  readonly trigger: Pressure;
  /** `/data`, `the inodes of /data`, `memory`. */
  readonly of: string;
  readonly unit: AnyMeasure['unit'];
  readonly amount: Amount;
}

/** How what can run out has changed of late. */
export interface Trend {
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

const RUNNING_OUT = PRESSURES.filter(({ runsOut }) => runsOut);

function supplies(readings: Readings): Supply[] {
  const all = RUNNING_OUT.flatMap(({ trigger, unit, words, amounts }) =>
    amounts(readings).map((amount): Supply => ({ trigger, of: words.subject(amount.of), unit, amount })),
  );
  // What is read of a file system stays together.
  return grouped(all, ({ trigger, amount }) => `${trigger} ${amount.of}`).flat();
}

/** Tells supplies apart. */
export const supplyKey = ({ trigger, of }: Supply): string => `${trigger} ${of}`;

/** The course with these readings too; looks that are too old to say anything of now are forgotten. */
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
  supplies(readings).flatMap((supply) => {
    const samples = course.get(supplyKey(supply)) ?? [];
    return samples.length < LEAST_SAMPLES ? [] : [{ supply, perMs: -slope(samples) }];
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
