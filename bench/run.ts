import { writeFile } from 'node:fs/promises';
import type { BenchmarkResult } from './benchmark.ts';

/** A benchmark that has run, when and where. */
export interface Run extends BenchmarkResult {
  readonly name: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly tookMs: number;
  readonly rounds: number;
  readonly machine: Readonly<Record<string, string>>;
  /** Of the minute before it began. */
  readonly loadBefore: number;
}

/** No more digits than a measurement has. */
const DIGITS = 5;

/** Writes them as JSON, one a line. */
export async function writeRuns(file: string, runs: readonly Run[]): Promise<void> {
  const round = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;
  const lines = runs.map((run) => JSON.stringify(run, round));
  await writeFile(file, `{"runs": [\n${lines.join(',\n')}\n]}\n`);
}

/** What is fresh takes the place of what is known, in that order of names. */
export function mergeRuns(known: readonly Run[], fresh: readonly Run[], names: readonly string[]): Run[] {
  return names.flatMap((name) => {
    const isMeant = (run: Run) => run.name === name;
    return fresh.find(isMeant) ?? known.find(isMeant) ?? [];
  });
}
