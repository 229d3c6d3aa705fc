import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import prettyMilliseconds from 'pretty-ms';
import { acquireEngine } from '../scripts/engine.ts';
import { interrupted, untilEnd } from '../scripts/interruption.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import type { Benchmark, BenchmarkResult } from './benchmark.ts';
import { agentReady } from './benchmarks/agent-ready.ts';
import { agentUsage } from './benchmarks/agent-usage.ts';
import { atOnce } from './benchmarks/at-once.ts';
import { buildBeside } from './benchmarks/build-beside.ts';
import { distSize } from './benchmarks/dist-size.ts';
import { drain } from './benchmarks/drain.ts';
import { drainStopped } from './benchmarks/drain-stopped.ts';
import { drainStubborn } from './benchmarks/drain-stubborn.ts';
import { growth } from './benchmarks/growth.ts';
import { mainStep } from './benchmarks/main-step.ts';
import { manyPending } from './benchmarks/many-pending.ts';
import { stopPace } from './benchmarks/stop-pace.ts';
import { submit } from './benchmarks/submit.ts';
import { describeMachine } from './machine.ts';
import { type Options, parseOptions } from './options.ts';
import { figuresTable, seriesTable } from './results-table.ts';
import { BareEngine } from './setting/bare-engine.ts';

const ROOT = dirname(import.meta.dirname);
const BENCHMARKS: readonly Benchmark[] = [
  submit,
  manyPending,
  buildBeside,
  drain,
  drainStubborn,
  drainStopped,
  mainStep,
  agentReady,
  agentUsage,
  distSize,
  growth,
  atOnce,
  stopPace,
];
const STATUS_USAGE = 2;

/** `npm run bench`, or some of it: `npm run bench -- drain-32 --rounds 3`. A figure that is not reached is no failure. */
async function main({ benchmarks, rounds, isShort, json }: Options): Promise<void> {
  await using engine = await acquireEngine();
  await using folder = await temporaryFolder('.topo-gc-bench', ROOT);
  using bare = new BareEngine(engine.host);
  const machine = await describeMachine(bare);
  const startedAt = new Date().toISOString();
  const results: (BenchmarkResult & { readonly name: string })[] = [];
  for (const benchmark of benchmarks) {
    const context = {
      engine,
      folder: folder.path,
      isShort,
      rounds: rounds ?? (isShort ? 1 : benchmark.rounds),
    };
    const began = performance.now();
    console.error(`${benchmark.name}: ${context.rounds} rounds …`);
    results.push({ name: benchmark.name, ...(await benchmark.run(context)) });
    console.error(`${benchmark.name}: ${prettyMilliseconds(performance.now() - began)}`);
  }
  checkFigures(results);
  await writeFile(json, `${JSON.stringify({ startedAt, machine, isShort, results }, null, 2)}\n`);
  console.log(report(machine, results));
}

function checkFigures(results: readonly BenchmarkResult[]): void {
  const missing = results.flatMap(({ figures }) => figures).filter(({ value }) => !Number.isFinite(value));
  if (missing.length > 0) throw new Error(`no value for ${missing.map(({ name }) => name).join(', ')}`);
}

function report(machine: Readonly<Record<string, string>>, results: readonly BenchmarkResult[]): string {
  return [
    Object.entries(machine)
      .map(([what, value]) => `- ${what}: ${value}`)
      .join('\n'),
    figuresTable(results.flatMap(({ figures }) => figures)),
    seriesTable(results.flatMap(({ series }) => series)),
  ].join('\n\n');
}

function chosenOptions(): Options | undefined {
  try {
    return parseOptions(process.argv.slice(2), BENCHMARKS);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = STATUS_USAGE;
    return undefined;
  }
}

try {
  const options = chosenOptions();
  if (options !== undefined) await main(options);
} catch (error) {
  // What was cleaned up under its feet is no failure of a benchmark.
  if (interrupted.aborted) await untilEnd();
  console.error(error);
  process.exitCode = 1;
}
