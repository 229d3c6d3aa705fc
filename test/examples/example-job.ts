import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { engineEnvironment, gcStep, REPOSITORY } from '../runner/model/bundle-job.ts';
import type { Environment, ObserveStep, RunStep, Step } from '../runner/model/job-model.ts';
import { COMPOSE } from '../support/played-project.ts';
import type { InstalledPackage } from './installed-package.ts';

export const EXAMPLES = globSync('examples/*/workflow.yml', { cwd: REPOSITORY }).map((path) =>
  join(REPOSITORY, path, '..'),
);

interface WorkflowStep {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: {
    readonly test: {
      readonly 'runs-on': string | readonly string[];
      readonly env: Environment;
      readonly steps: readonly WorkflowStep[];
    };
  };
}

const { TOPO_GC_TEST_IMAGE: IMAGE = '' } = process.env;

/** Steps that need a registry or GitHub, and what plays them here; a path in it is that of the workspace. */
const PLAYED: Readonly<
  Record<string, (example: string, workspace: string, installed: InstalledPackage) => void>
> = {
  'actions/checkout': (example, workspace) => cpSync(example, workspace, { recursive: true }),
  // This machine's are as good.
  'actions/setup-node': () => {},
  'actions/setup-python': () => {},
  // The packages of this repository, and topo-gc as it would come from the registry.
  'npm install': (_, workspace, installed) => {
    symlinkSync(join(REPOSITORY, 'node_modules'), join(workspace, '..', 'node_modules'));
    cpSync(installed.file('node_modules'), join(workspace, 'node_modules'), { recursive: true });
  },
  // By PYTHONPATH, as in `environment`.
  'pip install': () => {},
};

const ACTION = 'org/topo-gc-action@';

const jobOf = (example: string): Workflow['jobs']['test'] =>
  (parse(readFileSync(join(example, 'workflow.yml'), 'utf8')) as Workflow).jobs.test;

/** Whether an example's job has the action look for what was not handed over: `gcStep` leaves that out. */
export const looksForStrays = (example: string): boolean =>
  jobOf(example).steps.some(
    ({ uses, with: inputs }) => uses?.startsWith(ACTION) && inputs?.strays !== undefined,
  );

/** Whether an example's runner has to be a manager of a Swarm. */
export const isForSwarm = (example: string): boolean => jobOf(example)['runs-on'].includes('swarm');

/** The steps of the one job of an example's workflow, each as the runner would have it. */
export function stepsOf(example: string, installed: InstalledPackage): Step[] {
  return jobOf(example).steps.map((step, at) => toStep(step, `step ${at}`, example, installed));
}

function toStep(
  { name, uses, run = '', with: inputs }: WorkflowStep,
  fallback: string,
  example: string,
  installed: InstalledPackage,
): Step {
  if (uses?.startsWith(ACTION)) return gcStep(inputs);
  const key = Object.keys(PLAYED).find((known) => (uses ?? run).startsWith(known));
  if (key !== undefined) return played(key, example, installed);
  if (uses !== undefined) throw new Error(`nothing plays ${uses} of ${example}`);
  return { name: name ?? fallback, run } satisfies RunStep;
}

const played = (key: string, example: string, installed: InstalledPackage): ObserveStep => ({
  observe: ({ GITHUB_WORKSPACE = '' }) => PLAYED[key]?.(example, GITHUB_WORKSPACE, installed),
});

/** What a job of an example has beside what its workflow says: the image on this engine, the plugin as if it were installed. */
export function environmentOf(example: string, temporary: string): Environment {
  return {
    ...jobOf(example).env,
    ...engineEnvironment(),
    IMAGE,
    TESTCONTAINERS_RYUK_DISABLED: 'true',
    PYTHONPATH: join(REPOSITORY, 'clients/python/src'),
    PYTEST_PLUGINS: 'pytest_topo_gc.plugin',
    ...(basename(example) === 'compose' && { PATH: composePath(temporary) }),
    ...(basename(example) === 'pytest' && { PATH: pythonPath(temporary) }),
  };
}

/** A PATH on which `python3` is the distribution's, for which pytest is installed, whatever else this machine has. */
function pythonPath(temporary: string): string {
  const folder = join(temporary, 'python');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'python3'), '#!/bin/sh\nexec /usr/bin/python3 "$@"\n', { mode: 0o755 });
  return `${folder}:${process.env.PATH ?? ''}`;
}

/** A PATH on which `docker compose` is Compose 2, which the machine may have as no plugin. */
function composePath(temporary: string): string {
  const folder = join(temporary, 'bin');
  const docker = join(folder, 'docker');
  if (!existsSync(docker)) {
    mkdirSync(folder, { recursive: true });
    const script = `#!/bin/sh\nPATH=\${PATH#*:}\n[ "$1" = compose ] && shift && exec '${COMPOSE}' "$@"\nexec docker "$@"\n`;
    writeFileSync(docker, script, { mode: 0o755 });
  }
  return `${folder}:${process.env.PATH ?? ''}`;
}
