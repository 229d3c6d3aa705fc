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
const STARTS: readonly SmokeRun[] = [
  { entry: 'main', args: [], status: 1, prints: /^::error.*RUNNER_TEMP/m },
  { entry: 'post', args: [], status: 0, prints: /^(?!.*::error)/s },
  { entry: 'agent', args: [], status: 2, prints: /usage/i },
  { entry: 'cli', args: ['--help'], status: 0, prints: /usage/i },
];

const IN_A_STEP = /^::error::topo-gc needs Node .+, this is v.+\n$/;
const IN_A_COMMAND = /^topo-gc: needs Node .+, this is v.+\n$/;

/** What each of them does where Node is too old: one line. */
const REFUSALS: readonly SmokeRun[] = [
  { entry: 'main', args: [], status: 1, prints: IN_A_STEP },
  { entry: 'post', args: [], status: 1, prints: IN_A_STEP },
  { entry: 'agent', args: [], status: 2, prints: IN_A_COMMAND },
  { entry: 'cli', args: ['--help'], status: 2, prints: IN_A_COMMAND },
];

const TIMEOUT_MS = 30_000;

/**
 * Runs each bundle of `dist` in an empty folder that no package can be reached from.
 *
 * @param runOn paths of `node` in the versions that they are said to run on
 * @param refused of versions that they are said to refuse
 * @throws Error with the status and the output of the first one that does something else.
 */
export async function smokeRun(
  dist: string,
  runOn: readonly string[],
  refused: readonly string[],
): Promise<void> {
  await using folder = await temporaryFolder('topo-gc-smoke');
  const copy = join(folder.path, 'dist');
  const cwd = join(folder.path, 'empty');
  await cp(dist, copy, { recursive: true });
  await mkdir(cwd);
  const all = [
    ...runOn.flatMap((node) => STARTS.map((run) => ({ node, run }))),
    ...refused.flatMap((node) => REFUSALS.map((run) => ({ node, run }))),
  ];
  for (const { node, run } of all) start(node, run, copy, cwd);
}

function start(node: string, { entry, args, status, prints }: SmokeRun, dist: string, cwd: string): void {
  const run = spawnSync(node, [join(dist, entry, 'index.js'), ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd },
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  });
  const output = run.stdout + run.stderr;
  if (run.status === status && prints.test(output)) return;
  throw new Error(
    `${[entry, ...args].join(' ')} was to exit with ${status} and print ${prints}, ` +
      `but exited with ${run.status ?? run.signal} and printed:\n${output}\nThat was ${node}`,
  );
}
