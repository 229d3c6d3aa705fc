type Environment = Readonly<Record<string, string | undefined>>;

/** How a runner of jobs differs from GitHub's, read in the sources of each; docs/runners.md has the same as a table. */
export interface Runner {
  readonly name: string;
  /** Removes the folder above `RUNNER_TEMP` at the end of a job on the machine itself, and keeps only the tool cache. */
  readonly removesJobFolder: boolean;
  /** Is one process for one run of jobs, and the parent of a step on the machine itself. */
  readonly endsWithJobs: boolean;
  /** Turns a path of the host in `GITHUB_ENV` into the container's path, for each step. */
  readonly mapsPaths: boolean;
  /** Whether people see the job summary as a page; otherwise its Markdown is printed into the log, or dropped. */
  readonly showsSummary: (env: Environment) => boolean;
  /** Whether a post step that fails may leave the job green. */
  readonly mayIgnorePost: (env: Environment) => boolean;
}

const GITHUB: Runner = {
  name: 'GitHub Actions',
  removesJobFolder: false,
  endsWithJobs: false,
  mapsPaths: true,
  showsSummary: () => true,
  mayIgnorePost: () => false,
};

/** Forgejo's and Gitea's runners are made from act. */
const ACT: Runner = {
  name: 'act',
  removesJobFolder: true,
  endsWithJobs: true,
  mapsPaths: false,
  showsSummary: () => false,
  mayIgnorePost: () => false,
};

const FORGEJO: Runner = { ...ACT, name: 'Forgejo', endsWithJobs: false, mayIgnorePost: () => true };

/** The server tells newer runners what it can do; runners that pass it on also count a failing post step. */
const hasSummaries = ({ GITEA_ACTIONS_CAPABILITIES: all = '' }: Environment): boolean =>
  all.split(/[\s,]+/).includes('job-summary');

const GITEA: Runner = {
  ...ACT,
  name: 'Gitea',
  endsWithJobs: false,
  showsSummary: hasSummaries,
  mayIgnorePost: (env) => !hasSummaries(env),
};

/** The first whose variable is `true`: Forgejo's runner sets all three, Gitea's the last two. */
const MARKS: readonly (readonly [variable: string, runner: Runner])[] = [
  ['FORGEJO_ACTIONS', FORGEJO],
  ['GITEA_ACTIONS', GITEA],
  ['ACT', ACT],
];

/** The runner whose job has that environment. */
export const runnerOf = (env: Environment): Runner =>
  MARKS.find(([variable]) => env[variable] === 'true')?.[1] ?? GITHUB;
