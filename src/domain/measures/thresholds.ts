import { counted } from '../text/counted.ts';
import {
  type CpuReading,
  describeCpu,
  type Readings,
  type SpaceReading,
  type Supply,
  suppliesOf,
  usedPercent,
} from './readings.ts';

export type SpaceLimit =
  | { readonly kind: 'off' }
  /** At least this much is used, 0 to 100. */
  | { readonly kind: 'used'; readonly percent: number }
  /** At most this much is free. */
  | { readonly kind: 'free'; readonly bytes: number };

export type PercentLimit = { readonly kind: 'off' } | { readonly kind: 'percent'; readonly percent: number };

export type CountLimit = { readonly kind: 'off' } | { readonly kind: 'count'; readonly count: number };

export type DurationLimit = { readonly kind: 'off' } | { readonly kind: 'duration'; readonly ms: number };

export interface Limits {
  readonly disk: SpaceLimit;
  readonly memory: SpaceLimit;
  /** At least this much CPU pressure, or load a core. */
  readonly cpu: PercentLimit;
  readonly containers: CountLimit;
  readonly networks: CountLimit;
  readonly age: DurationLimit;
  /** The CPUs are less busy than this: what has stopped may go then. */
  readonly idle: PercentLimit;
}

export type Pressure = 'disk' | 'memory' | 'cpu' | 'containers' | 'networks' | 'age';

/** A threshold that was crossed. */
export interface Crossed {
  readonly trigger: Pressure;
  /** Which reading of that kind: what can run out (`/data`, `the inodes of /data`), else the trigger's own word. */
  readonly of: string;
  /** What was compared, as a number that is the higher the worse: what is used, how many there are, how old one is in ms. */
  readonly reading: number;
  /** A byte more or less is no news: a change counts from here on. */
  readonly step: number;
  readonly reason: string;
  /** When it is back by its margin, in words that follow on "until": `4.40 GiB are free`. */
  readonly back: string;
}

/** How far back a reading has to go before `reclaim: enough` ends: points of use, what is free, counts and the CPU. */
export const BACK = { points: 5, free: 1.1, count: 0.8 };

/** In points: the pressure of a CPU that is under it is never twice the same. */
const CPU_STEP = 5;

const size = (bytes: number): string =>
  bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(0)} MiB` : `${(bytes / 2 ** 30).toFixed(2)} GiB`;

/** Of a size free, inodes stand for the share that it is of the bytes: each byte has its part of an inode. */
function spaceCrossed(
  trigger: Pressure,
  limit: SpaceLimit,
  spaces: readonly SpaceReading[],
  margin: boolean,
): Crossed[] {
  if (limit.kind === 'off') return [];
  const most = limit.kind === 'used' ? limit.percent - (margin ? BACK.points : 0) : 0;
  const leastBytes = limit.kind === 'free' ? limit.bytes * (margin ? BACK.free : 1) : 0;
  return spaces
    .flatMap(suppliesOf)
    .filter((supply) =>
      limit.kind === 'used' ? usedPercent(supply) >= most : supply.free <= leastBytes * supply.perByte,
    )
    .map((supply) => ({
      trigger,
      ...usedOf(supply),
      reason:
        limit.kind === 'used'
          ? `${usedPercent(supply).toFixed(0)} % of ${supply.of} used, threshold ${limit.percent} %`
          : freeReason(supply, limit.bytes),
      back:
        limit.kind === 'used'
          ? `less than ${limit.percent - BACK.points} % are used`
          : whenFree(supply, limit.bytes * BACK.free * supply.perByte),
    }));
}

/** How much of it is used, for a crossed threshold. */
export const usedOf = ({ of, total, free }: Supply): Pick<Crossed, 'of' | 'reading' | 'step'> => ({
  of,
  reading: total - free,
  step: Math.max(1, total / 100),
});

export const whenFree = ({ unit }: Supply, free: number): string =>
  `${unit === 'bytes' ? size(free) : Math.ceil(free)} are free`;

const freeReason = ({ of, unit, free, perByte }: Supply, bytes: number): string =>
  unit === 'bytes'
    ? `${size(free)} free of ${of}, threshold ${size(bytes)}`
    : `${free} free of ${of}, threshold ${Math.floor(bytes * perByte)}, which is the share of ${size(bytes)}`;

function cpuCrossed(limit: PercentLimit, cpu: CpuReading | undefined, margin: boolean): Crossed[] {
  if (limit.kind === 'off' || cpu === undefined) return [];
  if (margin ? cpu.percent <= limit.percent * BACK.count : cpu.percent < limit.percent) return [];
  const reason = `${describeCpu(cpu)}, threshold ${limit.percent} %`;
  const back = `it is at most ${(limit.percent * BACK.count).toFixed(0)} %`;
  return [{ trigger: 'cpu', of: 'cpu', reading: cpu.percent, step: CPU_STEP, reason, back }];
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
      reason: `${counted(reading, word)} ${where}, threshold ${limit.count}`,
      back: `at most ${Math.floor(limit.count * BACK.count)} are left`,
    },
  ];
}

function ageCrossed(limit: DurationLimit, { oldestMs }: Readings): Crossed[] {
  if (limit.kind === 'off' || oldestMs === undefined || oldestMs < limit.ms) return [];
  const reason = `the oldest topology has waited for ${(oldestMs / 1000).toFixed(0)} s, threshold ${limit.ms / 1000} s`;
  return [
    { trigger: 'age', of: 'age', reading: oldestMs, step: limit.ms, reason, back: 'the oldest is younger' },
  ];
}

/**
 * The thresholds that readings cross, most urgent first.
 * With `margin`, those from which readings have not gone back far enough yet.
 */
export const crossedThresholds = (limits: Limits, readings: Readings, margin = false): Crossed[] => [
  ...spaceCrossed('disk', limits.disk, readings.disk, margin),
  ...spaceCrossed('memory', limits.memory, readings.memory, margin),
  ...countCrossed('networks', limits.networks, readings.networks, ['network', 'on the engine'], margin),
  ...countCrossed('containers', limits.containers, readings.containers, ['container', 'pending'], margin),
  ...cpuCrossed(limits.cpu, readings.cpu, margin),
  ...ageCrossed(limits.age, readings),
];

/** Why the CPUs have time for what has stopped; `undefined` where they have none, or nobody knows how busy they are. */
export const whyIdle = ({ idle }: Limits, { busyPercent }: Readings): string | undefined =>
  idle.kind === 'percent' && busyPercent !== undefined && busyPercent < idle.percent
    ? `the CPUs were ${busyPercent.toFixed(0)} % busy, less than ${idle.percent} %`
    : undefined;
