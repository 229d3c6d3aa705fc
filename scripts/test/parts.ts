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
  run(engine: SharedEngine): Promise<Counts>;
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
  vitest('page', false),
  vitest('integration'),
  vitest('runner'),
  vitest('examples'),
  vitest('faults'),
  vitest('cases'),
  // They start engines of their own.
  vitest('swarm', false),
  engines(),
  chaos(),
  bench(),
  { ...check('dist', 'scripts/build.ts', '--check'), needed: NEEDED.dist },
  ...(existsSync(join(ROOT, PYTHON_TESTS)) ? [python()] : []),
  fresh(),
];

/** Checks that belong together; each counts. */
function several(name: string, checks: readonly Part[]): Part {
  return {
    name,
    run: async (engine) => {
      const counts: Counts[] = [];
      for (const each of checks) counts.push(await each.run(engine));
      return sumCounts(counts);
    },
  };
}

/** One check, that a script of ours or of a package makes. */
function check(name: string, script: string, ...args: readonly string[]): Part {
  return { name, run: async () => countOne(await runScript(script, args)) };
}

type Project = 'unit' | 'page' | 'integration' | 'runner' | 'examples' | 'faults' | 'cases' | 'swarm';

function vitest(name: Project, needsEngine = true): Part {
  return {
    name,
    needed: NEEDED[name],
    run: async (engine) => {
      const environment = needsEngine ? await engine.environment() : {};
      return await countReport(countVitest, (report) =>
        runScript(VITEST, [...VITEST_ARGUMENTS, '--project', name, '--outputFile.json', report], environment),
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
    run: async () => {
      if (!hasNamespaces()) return { passed: 0, failed: 0, skipped: [noNamespaces('engines')] };
      const counts: Counts[] = [];
      for (const name of DIFFERENT_ENGINES) counts.push(await taggedTests(name).catch(skipMovedOn));
      return sumCounts(counts);
    },
  };
}

async function taggedTests(name: EngineName): Promise<Counts> {
  await using engine = new SharedEngine(name);
  const environment = await engine.environment();
  const args = [...VITEST_ARGUMENTS, `--tagsFilter=${PER_ENGINE}`, ...taggedFiles()];
  const count = (report: string) => countVitest(report, PER_ENGINE);
  return await countReport(count, (report) =>
    runScript(VITEST, [...args, '--outputFile.json', report], environment),
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
    run: () => countReport(countChaos, (report) => runScript('chaos/main.ts', [...args, '--report', report])),
  };
}

/** Of `--report`: none is ever skipped. */
function countChaos(report: string): Counts {
  const { passed, failed }: Pick<Counts, 'passed' | 'failed'> = JSON.parse(report);
  return { passed, failed, skipped: [] };
}

/** Shows that each figure can be measured, and not what it is. */
function bench(): Part {
  return {
    name: 'bench',
    needed: NEEDED.bench,
    run: async (engine) => {
      const environment = await engine.environment();
      await using folder = await temporaryFolder('topo-gc-bench');
      const results = join(folder.path, 'results.json');
      return countOne(await runScript('bench/main.ts', ['--short', '--json', results], environment));
    },
  };
}

function python(): Part {
  return {
    name: 'python',
    needed: NEEDED.python,
    run: async (engine) => {
      const environment = { ...(await engine.environment()), TOPO_GC_TEST_NODE: process.execPath };
      // They mostly wait, as those of vitest do.
      const atOnce = ['-n', '2', '--dist', 'loadfile'];
      const args = ['-B', '-m', 'pytest', '-p', 'no:cacheprovider', ...atOnce, PYTHON_TESTS];
      return await countReport(countJunit, (report) =>
        runCommand(PYTHON, [...args, '--junit-xml', report], environment),
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
    run: async (engine) =>
      hasNamespaces() ? await demo.run(engine) : { passed: 0, failed: 0, skipped: [noNamespaces(name)] },
  };
}

async function countReport(
  count: (report: string) => Counts,
  run: (report: string) => Promise<boolean>,
): Promise<Counts> {
  await using folder = await temporaryFolder('topo-gc-report');
  const report = join(folder.path, 'report');
  const hasSucceeded = await run(report);
  if (!existsSync(report)) return countOne(false);
  const counts = count(await readFile(report, 'utf8'));
  const { refused } = judgeSkips(counts.skipped);
  for (const skip of refused) console.error(`skipped, which counts as failed: ${describeSkip(skip)}`);
  return countRun(counts, hasSucceeded);
}

function runScript(
  script: string,
  args: readonly string[],
  environment?: Readonly<Record<string, string>>,
): Promise<boolean> {
  return runCommand(process.execPath, [...process.execArgv, script, ...args], environment);
}
