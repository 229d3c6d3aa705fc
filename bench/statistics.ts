import type { Figure, Unit } from './benchmark.ts';

const ascending = (samples: readonly number[]): number[] => samples.toSorted((a, b) => a - b);

/** The sample of that rank, 1 being the lowest. */
function ranked(sorted: readonly number[], rank: number): number {
  const sample = sorted[rank - 1];
  if (sample === undefined) throw new Error(`no sample has rank ${rank} of ${sorted.length}`);
  return sample;
}

/** The nearest-rank quantile: a sample that was measured, which no more than that share lie below. */
export const quantile = (samples: readonly number[], share: number): number =>
  ranked(ascending(samples), Math.max(1, Math.ceil(share * samples.length)));

export function median(samples: readonly number[]): number {
  const sorted = ascending(samples);
  const half = samples.length / 2;
  return (ranked(sorted, Math.floor(half + 0.5)) + ranked(sorted, Math.floor(half + 1))) / 2;
}

const TAIL = 0.025;

/**
 * Where the median is with a confidence of at least 95%, whatever the distribution: as many samples lie below it as a fair
 * coin gives heads. Of 5 samples or fewer, which can't be as sure, the lowest and the highest.
 */
export function medianInterval(samples: readonly number[]): [low: number, high: number] {
  const count = samples.length;
  let rank = 0;
  let chance = 0.5 ** count;
  for (let sum = chance; sum <= TAIL; sum += chance) {
    rank += 1;
    chance *= (count - rank + 1) / rank;
  }
  const low = Math.max(1, rank);
  const sorted = ascending(samples);
  return [ranked(sorted, low), ranked(sorted, count + 1 - low)];
}

/** The median of what was measured, in its unit. */
export const medianFigure = (
  name: string,
  unit: Unit,
  samples: readonly number[],
  atMost: number,
): Figure => ({
  name,
  unit,
  value: median(samples),
  interval: medianInterval(samples),
  atMost,
});

/**
 * How many times as long as theirs ours took, each pair being of the same round; a rival that has its turn in one round of
 * `every` has as many fewer samples.
 */
export function ratioFigure(
  name: string,
  ours: readonly number[],
  theirs: readonly number[],
  atMost?: number,
  every = 1,
): Figure {
  const ratios = ours
    .filter((_, round) => round % every === 0)
    .map((own, pair) => own / (theirs[pair] ?? Number.NaN));
  const limit = atMost !== undefined && { atMost };
  return { name, unit: 'times', value: median(ratios), interval: medianInterval(ratios), ...limit };
}
