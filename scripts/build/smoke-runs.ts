import { spawnSync } from 'node:child_process';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';
import type { ENTRIES } from './bundles.ts';

interface SmokeRun {
  readonly entry: (typeof ENTRIES)[number];
  readonly args: readonly string[];
  readonly status: number;
  /** Of both its outputs. */
  readonly prints: RegExp;
}

/** How each bundle shows that it loads and starts, on its own. */
const SMOKE_RUNS: readonly SmokeRun[] = [
  { entry: 'main', args: [], status: 1, prints: /^::error.*RUNNER_TEMP/m },
  { entry: 'post', args: [], status: 0, prints: /^(?!.*::error)/s },
  { entry: 'agent', args: [], status: 2, prints: /usage/i },
  { entry: 'cli', args: ['--help'], status: 0, prints: /usage/i },
];

const TIMEOUT_MS = 30_000;

/**
 * Runs each bundle of `dist` by this Node, in an empty folder that no package can be reached from.
 *
 * @throws Error with the status and the output of the first one that does something else.
 */
export async function smokeRun(dist: string): Promise<void> {
  await using folder = await temporaryFolder('topo-gc-smoke');
  const copy = join(folder.path, 'dist');
  const cwd = join(folder.path, 'empty');
  await cp(dist, copy, { recursive: true });
  await mkdir(cwd);
  for (const { entry, args, status, prints } of SMOKE_RUNS) {
    const run = spawnSync(process.execPath, [join(copy, entry, 'index.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, HOME: cwd },
      encoding: 'utf8',
      timeout: TIMEOUT_MS,
    });
    const output = run.stdout + run.stderr;
    if (run.status === status && prints.test(output)) continue;
    throw new Error(
      `${[entry, ...args].join(' ')} was to exit with ${status} and print ${prints}, ` +
        `but exited with ${run.status ?? run.signal} and printed:\n${output}`,
    );
  }
}
