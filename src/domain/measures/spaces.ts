import type { SpaceLimit } from '../limits/limits.ts';
import type { Crossing, Metric } from './measure.ts';
import { type Amount, type SpaceReading, usedPercent } from './readings.ts';

/** How far a reading of a supply has to go back: points of use, and a factor of the free amount. */
export const SPACE_MARGIN = { points: 5, free: 1.1 } as const;

const size = (bytes: number): string =>
  bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(0)} MiB` : `${(bytes / 2 ** 30).toFixed(2)} GiB`;

type SpaceUnit = 'bytes' | 'inodes';

export const bytesOf = ({ of, freeBytes: value, totalBytes: total }: SpaceReading): Amount => ({
  ...{ of, value, total, perByte: 1 },
});

/** The used share, for a crossed threshold. */
export const usedOf = ({ total = 0, value }: Amount): Pick<Crossing, 'reading' | 'step'> => ({
  reading: total - value,
  step: Math.max(1, total / 100),
});

/** `4.40 GiB are free`. */
export const whenFree = (unit: string, free: number): string =>
  `${unit === 'bytes' ? size(free) : Math.ceil(free)} are free`;

/**
 * Compares a supply with its limit. If the limit is a free size, the limit for inodes is the same share that the size has
 * of all bytes: each byte has its part of an inode.
 * @param subject the supply, as words for a sentence
 */
export function spaceCrossed(
  unit: SpaceUnit,
  subject: string,
  limit: SpaceLimit,
  amount: Amount,
  margin: boolean,
): Crossing | undefined {
  if (limit.kind === 'off') return undefined;
  const { value, perByte = 1 } = amount;
  if (limit.kind === 'used') {
    const percent = usedPercent(amount);
    if (percent < limit.percent - (margin ? SPACE_MARGIN.points : 0)) return undefined;
    return {
      ...usedOf(amount),
      reason: `${percent.toFixed(0)}% of ${subject} used, threshold ${limit.percent}%`,
      back: `less than ${limit.percent - SPACE_MARGIN.points}% are used`,
    };
  }
  if (value > limit.bytes * (margin ? SPACE_MARGIN.free : 1) * perByte) return undefined;
  const threshold =
    unit === 'bytes'
      ? size(limit.bytes)
      : `${Math.floor(limit.bytes * perByte)}, which is the share of ${size(limit.bytes)}`;
  return {
    ...usedOf(amount),
    reason: `${unit === 'bytes' ? size(value) : value} free of ${subject}, threshold ${threshold}`,
    back: whenFree(unit, limit.bytes * SPACE_MARGIN.free * perByte),
  };
}

/** The free amounts and the sizes of spaces, by name. */
export const byteMetrics = <R>(spacesOf: (readings: R) => readonly SpaceReading[]): readonly Metric<R>[] => [
  {
    name: 'topo_gc_free_bytes',
    help: 'The free space of a file system, or the free memory.',
    samples: (readings) =>
      spacesOf(readings).map(({ of, freeBytes }) => ({ labels: { of }, value: freeBytes })),
  },
  {
    name: 'topo_gc_size_bytes',
    help: 'The size of a file system, or of the memory.',
    samples: (readings) =>
      spacesOf(readings).map(({ of, totalBytes }) => ({ labels: { of }, value: totalBytes })),
  },
];
