import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark, BenchmarkResult } from '../benchmark.ts';

const DIST = join(import.meta.dirname, '../../dist');
const MEGABYTE = 1_000_000;

/** All that a runner has to fetch and keep of this action, beside its sources. */
async function run(): Promise<BenchmarkResult> {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const native = files.filter(({ name }) => name.endsWith('.node'));
  if (native.length > 0)
    throw new Error(`dist/ holds native code: ${native.map(({ name }) => name).join(', ')}`);
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  const value = sizes.reduce((sum, size) => sum + size, 0) / MEGABYTE;
  return { figures: [{ name: 'size of `dist/`', unit: 'MB', value, atMost: 4 }], series: [] };
}

export const distSize: Benchmark = { name: 'dist-size', rounds: 1, run };
