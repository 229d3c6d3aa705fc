import { type Readings, type SpaceReading, usedPercent } from './readings.ts';

export type SpaceLimit =
  | { readonly kind: 'off' }
  /** At least this much is used, 0 to 100. */
  | { readonly kind: 'used'; readonly percent: number }
  /** At most this much is free. */
  | { readonly kind: 'free'; readonly bytes: number };

export type CountLimit = { readonly kind: 'off' } | { readonly kind: 'count'; readonly count: number };

export type DurationLimit = { readonly kind: 'off' } | { readonly kind: 'duration'; readonly ms: number };

export interface Limits {
  readonly disk: SpaceLimit;
  readonly memory: SpaceLimit;
  readonly containers: CountLimit;
  readonly networks: CountLimit;
  readonly age: DurationLimit;
}

export type Pressure = 'disk' | 'memory' | 'containers' | 'networks' | 'age';

/** A threshold that was crossed. `reading` is what was compared, for telling whether it has changed. */
export interface Crossed {
  readonly trigger: Pressure;
  /** Which reading of that kind: the path of a file system, else the trigger's own word. */
  readonly of: string;
  readonly reading: number;
  /** A byte more or less is no news: a change counts from here on. */
  readonly step: number;
  readonly reason: string;
}

/** How far back a reading has to go before `reclaim: enough` ends: points of use, free bytes, counts. */
const BACK = { points: 5, free: 1.1, count: 0.8 };

const gib = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(2)} GiB`;

function spaceCrossed(
  trigger: Pressure,
  limit: SpaceLimit,
  spaces: readonly SpaceReading[],
  margin: boolean,
): Crossed[] {
  if (limit.kind === 'off') return [];
  const percent = limit.kind === 'used' ? limit.percent - (margin ? BACK.points : 0) : 0;
  const least = limit.kind === 'free' ? limit.bytes * (margin ? BACK.free : 1) : 0;
  return spaces
    .filter((space) => (limit.kind === 'used' ? usedPercent(space) >= percent : space.freeBytes <= least))
    .map((space) => ({
      trigger,
      of: space.of,
      reading: space.freeBytes,
      step: Math.max(1, space.totalBytes / 100),
      reason:
        limit.kind === 'used'
          ? `${usedPercent(space).toFixed(0)} % of ${space.of} used, threshold ${limit.percent} %`
          : `${gib(space.freeBytes)} free of ${space.of}, threshold ${gib(limit.bytes)}`,
    }));
}

function countCrossed(
  trigger: Pressure,
  limit: CountLimit,
  reading: number | undefined,
  [word, where]: readonly [string, string],
  margin: boolean,
): Crossed[] {
  if (limit.kind === 'off' || reading === undefined) return [];
  const most = margin ? limit.count * BACK.count : limit.count;
  if (margin ? reading <= most : reading < most) return [];
  return [
    {
      trigger,
      of: trigger,
      reading,
      step: 1,
      reason: `${reading} ${word}${reading === 1 ? '' : 's'} ${where}, threshold ${limit.count}`,
    },
  ];
}

function ageCrossed(limit: DurationLimit, { at, oldestMs }: Readings): Crossed[] {
  if (limit.kind === 'off' || oldestMs === undefined || oldestMs < limit.ms) return [];
  const reason = `the oldest topology has waited for ${(oldestMs / 1000).toFixed(0)} s, threshold ${limit.ms / 1000} s`;
  // What is new is another oldest one: an age is different at each look.
  return [{ trigger: 'age', of: 'age', reading: at - oldestMs, step: 1, reason }];
}

/**
 * The thresholds that readings cross, most urgent first.
 * With `margin`, those from which readings have not gone back far enough yet.
 */
export const crossedThresholds = (limits: Limits, readings: Readings, margin = false): Crossed[] => [
  ...spaceCrossed('disk', limits.disk, readings.disk, margin),
  ...spaceCrossed('memory', limits.memory, readings.memory ? [readings.memory] : [], margin),
  ...countCrossed('networks', limits.networks, readings.networks, ['network', 'on the engine'], margin),
  ...countCrossed('containers', limits.containers, readings.containers, ['container', 'pending'], margin),
  ...ageCrossed(limits.age, readings),
];
