import type { CollectionRecord } from './collection.ts';
import { type Readings, suppliesOf } from './readings.ts';
import type { Crossed, Limits } from './thresholds.ts';

interface Sample {
  readonly at: number;
  readonly free: number;
}

/** By what can run out, what was free of it at the last looks, the oldest first. */
export type Course = ReadonlyMap<string, readonly Sample[]>;

/** Something that will be full if it goes on like this. */
export interface Filling {
  readonly trigger: 'disk' | 'memory';
  readonly of: string;
  /** How much less of it is free each ms. */
  readonly perMs: number;
}

/** That many looks tell the rate, so that one that is off, or the last burst of writing, does not. */
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

/** Theil and Sen: the median of the slopes between all pairs. Up to 29 % of the samples may be anything at all. */
function slope(samples: readonly Sample[]): number {
  const slopes = samples
    .flatMap((from, at) => samples.slice(at + 1).map((to) => (to.free - from.free) / (to.at - from.at)))
    .sort((a, b) => a - b);
  const middle = slopes.length / 2;
  const [low = 0, high = 0] = [slopes[Math.ceil(middle) - 1], slopes[Math.floor(middle)]];
  return (low + high) / 2;
}

/** What is filling up, by the looks so far. */
export const fillings = (course: Course, readings: Readings): Filling[] =>
  supplies(readings).flatMap(({ trigger, supply: { of }, key }) => {
    const samples = course.get(key) ?? [];
    const perMs = samples.length < LEAST_SAMPLES ? 0 : -slope(samples);
    return perMs > 0 ? [{ trigger, of, perMs }] : [];
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
 * What will be full before a collection could be over, in the form of crossed thresholds; of what has no threshold, nothing.
 * @param lead see `leadMs`
 */
export function crossedAhead(
  limits: Limits,
  filling: readonly Filling[],
  lead: number,
  readings: Readings,
): Crossed[] {
  return supplies(readings).flatMap(({ trigger, supply: { of, free, total } }) => {
    const rate = filling.find((each) => each.trigger === trigger && each.of === of);
    if (rate === undefined || limits[trigger].kind === 'off' || free > rate.perMs * lead) return [];
    const reason = `${of}: full in ${seconds(free / rate.perMs)} at this rate, a collection takes up to ${seconds(lead)}`;
    return [{ trigger, of, reading: free, step: Math.max(1, total / 100), reason }];
  });
}
