import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chosenEngine, type EngineName } from '../engine/engine-names.ts';
import { SuiteMovedOn } from '../engine/suite-folder.ts';
import { IN_FRESH_ROOT } from '../fresh/fresh-root.ts';
import { hasNamespaces } from '../fresh/namespaces.ts';
import { NEEDED } from '../machine/packages.ts';
import type { Requirement } from '../machine/requirement.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Counts, countOne, countRun, sumCounts } from './counts.ts';
import { countJunit } from './junit-report.ts';
import type { PartOutput } from './part-output.ts';
import { DIFFERENT_ENGINES, PER_ENGINE, taggedFiles } from './per-engine.ts';
import { ROOT, runCommand } from './run-command.ts';
import { SharedEngine } from './shared-engine.ts';
import { describeSkip, judgeSkips, type Skip } from './skip.ts';
import { countVitest } from './vitest-report.ts';

/** One of the things that `npm test` does, which can be asked for by its name. */
export interface Part {
  readonly name: string;
  /** What it needs of the machine, to be there before it runs. */
  readonly needed?: readonly Requirement[];
  /** Whether it runs only where it is named. */
  readonly isLeftOut?: () => boolean;
  /** Whether it runs beside the other parts, one such part after the other, as it shares no engine with them. */
  readonly isBeside?: boolean;
  run(means: Means): Promise<Counts>;
}

/** What a part runs with. */
export interface Means {
  readonly engine: SharedEngine;
  readonly output: PartOutput;
}

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
/** Of all commands Biome alone colours its output for a pipe, and does so with NO_COLOR too. */
const BIOME_COLORS = process.stdout.isTTY ? [] : ['--colors=off'];
const TSC = 'node_modules/typescript/bin/tsc';
const PROJECTS = ['tsconfig.json', 'tsconfig.page.json'];
const VITEST = 'node_modules/vitest/vitest.mjs';
const VITEST_ARGUMENTS = ['run', '--allowOnly=false', '--reporter=default', '--reporter=json'];
/** Of `npm run chaos`; each counts as a test. */
const CHAOS_ROUNDS = 25;
/** The benchmark that runs on a Swarm of its own. */
const ON_SWARM = 'stack-removal';
const PYTHON_TESTS = 'clients/python/tests';
/** The distribution's, for which packages are installed; another one on the PATH does not see them. */
const PYTHON = '/usr/bin/python3';

/** All of them, in the order in which they run. */
export const PARTS: readonly Part[] = [
  check('format', BIOME, 'ci', '--linter-enabled=false', ...BIOME_COLORS, '.'),
  several('lint', [
    check('biome', BIOME, 'lint', '--error-on-warnings', ...BIOME_COLORS, '.'),
    check('eslint', 'scripts/lint.ts'),
  ]),
  // Of what runs on Node, and of the page.
  several(
    'types',
    PROJECTS.map((project) => check(project, TSC, '--noEmit', '--project', project)),
  ),
  check('layers', 'scripts/layers.ts'),
  vitest('unit', false),
  { ...vitest('page', false), isBeside: true },
  vitest('integration'),
  vitest('runner'),
  vitest('examples'),
  vitest('faults'),
  vitest('cases'),
  // They start engines of their own.
  { ...vitest('swarm', false), isBeside: true },
  engines(),
  chaos(),
  bench('bench', ['--without', ON_SWARM]),
  { ...bench('bench-swarm', [ON_SWARM]), isBeside: true },
  { ...check('dist', 'scripts/build.ts', '--check'), needed: NEEDED.dist },
  ...(existsSync(join(ROOT, PYTHON_TESTS)) ? [python()] : []),
  fresh(),
];

/** Checks that belong together; each counts. */
function several(name: string, checks: readonly Part[]): Part {
  return {
    name,
    isBeside: true,
    run: async (means) => {
      const counts: Counts[] = [];
      for (const each of checks) counts.push(await each.run(means));
      return sumCounts(counts);
    },
  };
}

/** One check, that a script of ours or of a package makes. */
function check(name: string, script: string, ...args: readonly string[]): Part {
  return { name, isBeside: true, run: async (means) => countOne(await runScript(means, script, args)) };
}

type Project = 'unit' | 'page' | 'integration' | 'runner' | 'examples' | 'faults' | 'cases' | 'swarm';

function vitest(name: Project, needsEngine = true): Part {
  return {
    name,
    needed: NEEDED[name],
    run: async (means) => {
      const environment = needsEngine ? await means.engine.environment() : {};
      const args = [...VITEST_ARGUMENTS, '--project', name, '--outputFile.json'];
      return await countReport(means, countVitest, (report) =>
        runScript(means, VITEST, [...args, report], environment),
      );
    },
  };
}

/** What differs between engines, on each of the others; left out where one is chosen, as all runs on that. */
function engines(): Part {
  return {
    name: 'engines',
    needed: NEEDED.engines,
    isLeftOut: () => chosenEngine() !== undefined,
    isBeside: true,
    run: async ({ output }) => {
      if (!hasNamespaces()) return { passed: 0, failed: 0, skipped: [noNamespaces('engines')] };
      const counts: Counts[] = [];
      for (const name of DIFFERENT_ENGINES) counts.push(await taggedTests(name, output).catch(skipMovedOn));
      return sumCounts(counts);
    },
  };
}

async function taggedTests(name: EngineName, output: PartOutput): Promise<Counts> {
  await using engine = new SharedEngine(name);
  const means = { engine, output };
  const environment = await engine.environment();
  const args = [...VITEST_ARGUMENTS, `--tagsFilter=${PER_ENGINE}`, ...taggedFiles()];
  const count = (report: string) => countVitest(report, PER_ENGINE);
  return await countReport(means, count, (report) =>
    runScript(means, VITEST, [...args, '--outputFile.json', report], environment),
  );
}

/** It is Debian's doing that there is no such engine any more. */
function skipMovedOn(error: unknown): Counts {
  if (!(error instanceof SuiteMovedOn)) throw error;
  return { passed: 0, failed: 0, skipped: [{ test: 'engines', reason: `engine: ${error.message}` }] };
}

const noNamespaces = (test: string): Skip => ({
  test,
  reason: 'kernel: it gives this process no mounts and processes of their own',
});

/** On an engine of its own, which it ends and starts again. */
function chaos(): Part {
  const args = ['--rounds', String(CHAOS_ROUNDS)];
  return {
    name: 'chaos',
    needed: NEEDED.chaos,
    isBeside: true,
    run: (means) =>
      countReport(means, countChaos, (report) =>
        runScript(means, 'chaos/main.ts', [...args, '--report', report]),
      ),
  };
}

/** Of `--report`: none is ever skipped. */
function countChaos(report: string): Counts {
  const { passed, failed }: Pick<Counts, 'passed' | 'failed'> = JSON.parse(report);
  return { passed, failed, skipped: [] };
}

/** Shows that each figure can be measured, and not what it is. */
function bench(name: string, args: readonly string[]): Part {
  return {
    name,
    needed: NEEDED.bench,
    run: async (means) => {
      const environment = await means.engine.environment();
      await using folder = await temporaryFolder('topo-gc-bench');
      const options = ['--short', '--json', join(folder.path, 'results.json'), ...args];
      return countOne(await runScript(means, 'bench/main.ts', options, environment));
    },
  };
}

function python(): Part {
  return {
    name: 'python',
    needed: NEEDED.python,
    run: async (means) => {
      const environment = { ...(await means.engine.environment()), TOPO_GC_TEST_NODE: process.execPath };
      // They mostly wait, as those of vitest do.
      const atOnce = ['-n', '2', '--dist', 'loadfile'];
      const args = ['-B', '-m', 'pytest', '-p', 'no:cacheprovider', ...atOnce, PYTHON_TESTS];
      return await countReport(means, countJunit, (report) =>
        runCommand(PYTHON, [...args, '--junit-xml', report], environment, means.output),
      );
    },
  };
}

/** The demo on a machine that has nothing yet; `npm run fresh -- test` runs these parts there too. */
function fresh(): Part {
  const name = 'fresh';
  const demo = check(name, 'scripts/fresh.ts', 'demo');
  return {
    name,
    needed: NEEDED.fresh,
    // A fresh root makes no further one.
    isLeftOut: () => IN_FRESH_ROOT in process.env,
    isBeside: true,
    run: async (means) =>
      hasNamespaces() ? await demo.run(means) : { passed: 0, failed: 0, skipped: [noNamespaces(name)] },
  };
}

async function countReport(
  { output }: Means,
  count: (report: string) => Counts,
  run: (report: string) => Promise<boolean>,
): Promise<Counts> {
  await using folder = await temporaryFolder('topo-gc-report');
  const report = join(folder.path, 'report');
  const hasSucceeded = await run(report);
  if (!existsSync(report)) return countOne(false);
  const counts = count(await readFile(report, 'utf8'));
  const { refused } = judgeSkips(counts.skipped);
  for (const skip of refused) output.say(`skipped, which counts as failed: ${describeSkip(skip)}`);
  return countRun(counts, hasSucceeded);
}

function runScript(
  { output }: Means,
  script: string,
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<boolean> {
  return runCommand(process.execPath, [...process.execArgv, script, ...args], environment, output);
}
