import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { IDENTITY_SECRETS } from './job-environment.ts';
import type { Environment, StepResult, User } from './job-model.ts';
import type { JobState } from './job-state.ts';
import type { JobFolders } from './runner-folders.ts';
import { executeStep } from './step-execution.ts';
import { machine } from './step-host.ts';

/** The names of the steps that the runner makes of them, and its variables (`JobExtension.cs`). */
const HOOKS = {
  started: { name: 'Set up runner', variable: 'ACTIONS_RUNNER_HOOK_JOB_STARTED' },
  completed: { name: 'Complete runner', variable: 'ACTIONS_RUNNER_HOOK_JOB_COMPLETED' },
} as const;

type Hook = keyof typeof HOOKS;

/**
 * What the operator of a runner has put around its jobs. A hook runs on the machine, also where the job has a container;
 * it has the runner's own environment, `RUNNER_…`, `GITHUB_…` and what steps have put on the PATH, not what they export
 * by `GITHUB_ENV`, and none of the job's `env:` (`JobHookProvider.cs`, `ScriptHandler.cs`).
 */
export class JobHooks {
  readonly #folders: JobFolders;
  readonly #own: Environment;
  readonly #user: User | undefined;

  constructor(folders: JobFolders, user: User | undefined) {
    this.#folders = folders;
    this.#own = runnerEnvironment(folders.root);
    this.#user = user;
  }

  has(hook: Hook): boolean {
    return this.#own[HOOKS[hook].variable] !== undefined;
  }

  /** Nothing where the operator has put none. */
  async run(hook: Hook, job: JobState): Promise<StepResult[]> {
    const { name, variable } = HOOKS[hook];
    const path = this.#own[variable];
    if (path === undefined) return [];
    if (!existsSync(path)) throw new Error("File doesn't exist");
    if (extname(path) !== '.sh') throw new Error(`${path} is not a valid path to a script`);
    const host = machine(process.execPath, this.#user);
    const result = await executeStep(
      {
        name,
        host,
        command: 'bash',
        // As it is, however many words that makes.
        args: ['-e', ...path.split(' ')],
        cwd: this.#folders.workspace,
        fileCommands: this.#folders.fileCommands,
        environment: { ...job.hookEnvironment({ ...host.environment, ...this.#own }), ...IDENTITY_SECRETS },
        annotateExit: true,
      },
      job,
    );
    if (result.outcome === 'failure') job.worsen('failure');
    return [result];
  }
}

/** The runner's `.env`, as its listener reads it (`Program.cs`): it knows no comments and no quotes. */
function runnerEnvironment(root: string): Record<string, string> {
  const path = join(root, '.env');
  if (!existsSync(path)) return {};
  const lines = readFileSync(path, 'utf8').split(/\r\n|\n|\r/);
  return Object.fromEntries(
    lines.flatMap((line) => {
      const at = line.indexOf('=');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 1)]] : [];
    }),
  );
}

/** What the runner labels its containers and networks with (`DockerCommandManager.cs`); none where it is not configured. */
export function labelOptions({ work }: Pick<JobFolders, 'work'>): string[] {
  const path = join(dirname(work), '.runner');
  if (!existsSync(path)) return [];
  const hash = createHash('sha256').update(readFileSync(path, 'utf8').toLowerCase()).digest('hex');
  return ['--label', hash.slice(0, 6)];
}
