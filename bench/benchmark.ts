import type { TestEngine } from '../scripts/engine.ts';

export type Unit = 'ms' | 'times' | '% of a core' | 'MiB';

/** A number that is to be reached. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
  /** Of a median: from where to where it is, with a confidence of 95 %. */
  readonly interval?: readonly [low: number, high: number];
  /** In `unit`, an allowance included. */
  readonly atMost: number;
  /** What the allowance is. */
  readonly allowance?: string;
}

/** What was measured, one sample after the other. */
export interface Series {
  readonly name: string;
  readonly unit: Unit;
  readonly samples: readonly number[];
}

export interface BenchmarkResult {
  readonly figures: readonly Figure[];
  readonly series: readonly Series[];
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
  readonly run: (context: BenchmarkContext) => Promise<BenchmarkResult>;
}
