import type { TestEngine } from '../scripts/engine.ts';

export type Unit = 'ms' | 'times' | '% of a core' | 'MiB' | 'MB' | 'count';

/** A number that is to be reached, or only to be known. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  /** Of a median: from where to where it is, with a confidence of 95%. */
  readonly interval?: readonly [low: number, high: number];
  /** In `unit`, an allowance included. */
  readonly atMost?: number;
  /** What the allowance is. */
  readonly allowance?: string;
}

/** What was measured, one sample after the other. */
export interface Series {
  readonly name: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
}

/** How something grows: a value for each size. */
export interface Growth {
  readonly name: string;
  readonly unit: Unit;
  readonly points: readonly (readonly [size: number, value: number])[];
}

export interface BenchmarkResult {
  readonly figures: readonly Figure[];
  readonly series: readonly Series[];
  readonly growth?: readonly Growth[];
  /** What could not be measured here, and why. */
  readonly unmeasured?: readonly string[];
}

/** What a benchmark is given. */
export interface BenchmarkContext {
  readonly engine: Pick<TestEngine, 'host' | 'image'>;
  /** A folder on the disk that holds this repository, as on a runner. */
  readonly folder: string;
  readonly rounds: number;
  /** As little as still gives each figure. */
  readonly isShort: boolean;
}

export interface Benchmark {
  /** As the command line takes it. */
  readonly name: string;
  /** Of a run that is to be believed. */
  readonly rounds: number;
  /** It shows where a choice comes from, has no figure to reach, and runs only where it is asked for by name. */
  readonly isExtra?: true;
  readonly run: (context: BenchmarkContext) => Promise<BenchmarkResult>;
}
