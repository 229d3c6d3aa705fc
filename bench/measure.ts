import { loadavg } from 'node:os';
import { dirname } from 'node:path';
import prettyMilliseconds from 'pretty-ms';
import { acquireEngine } from '../scripts/engine.ts';
import { interrupted } from '../scripts/interruption.ts';
import { NEEDED } from '../scripts/machine/packages.ts';
import { temporaryFolder } from '../scripts/temporary-folder.ts';
import { counted } from '../src/domain/text/counted.ts';
import type { Benchmark, BenchmarkContext } from './benchmark.ts';
import { describeMachine } from './machine.ts';
import type { Options } from './options.ts';
import type { Run } from './run.ts';
import { BareEngine } from './setting/bare-engine.ts';

const ROOT = dirname(import.meta.dirname);

/**
 * Runs benchmarks one after the other; one that fails keeps no other from running.
 * @param keep is given what has run so far, after each
 * @returns what has run, and what failed
 */
export async function measure(
  { benchmarks, rounds, isShort }: Pick<Options, 'benchmarks' | 'rounds' | 'isShort'>,
  keep: (runs: readonly Run[]) => Promise<void>,
): Promise<{ readonly runs: readonly Run[]; readonly failed: readonly string[] }> {
  await using engine = await acquireEngine({ needed: NEEDED.bench });
  await using folder = await temporaryFolder('.topo-gc-bench', ROOT);
  using bare = new BareEngine(engine.host);
  const machine = await describeMachine(bare);
  const runs: Run[] = [];
  const failed: string[] = [];
  for (const benchmark of benchmarks) {
    const own = isShort ? 1 : benchmark.rounds;
    try {
      runs.push(
        await runOne(benchmark, { engine, folder: folder.path, isShort, rounds: rounds ?? own }, machine),
      );
      await keep(runs);
    } catch (error) {
      interrupted.throwIfAborted();
      console.error(`${benchmark.name} failed:`, error);
      failed.push(benchmark.name);
    }
  }
  return { runs, failed };
}

async function runOne(
  benchmark: Benchmark,
  context: BenchmarkContext,
  machine: Run['machine'],
): Promise<Run> {
  const { name } = benchmark;
  const { rounds } = context;
  const startedAt = new Date().toISOString();
  const [loadBefore = 0] = loadavg();
  console.error(`${name}: ${counted(rounds, 'round')} …`);
  const began = performance.now();
  const result = await benchmark.run(context);
  const tookMs = performance.now() - began;
  console.error(`${name}: ${prettyMilliseconds(tookMs)}`);
  const missing = result.figures.filter(({ value }) => !Number.isFinite(value));
  if (missing.length > 0) throw new Error(`no value for ${missing.map((figure) => figure.name).join(', ')}`);
  return { name, startedAt, tookMs, rounds, machine, loadBefore, ...result };
}
