import { randomBytes } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Mount } from './container-mounts.ts';
import type { JobFolders } from './runner-folders.ts';

/** Where the steps of a job run. */
export type Place = 'machine' | 'container';

/** What one runner does otherwise than another. */
export interface Flavour {
  readonly name: string;
  /** Under its root on the machine; a job may have new ones. */
  folders(root: string): JobFolders;
  /** Of a job's container, beside the engine's socket. */
  mounts(folders: JobFolders): Mount[];
  /** What its steps have beside what all runners give them. Paths are the machine's, unless it does not map them. */
  environment(folders: JobFolders, place: Place): Record<string, string>;
  /** Absent if it is that of the tests. */
  home(folders: JobFolders, place: Place): string | undefined;
  /** Kills what carries the job's tracking id when a job is complete; otherwise nobody does. */
  readonly tracksProcesses: boolean;
  /** What goes with the job, beside the job's containers. */
  readonly removes: 'what is in temp' | 'work';
  readonly network: 'its own' | 'host';
  /** Whether the `job` context names the job's container and services. */
  readonly tellsContainers: boolean;
  /** Whether the `job` context says `cancelled`; otherwise such a job has failed. */
  readonly tellsCancel: boolean;
  readonly countsFailingPost: boolean;
  readonly summary: 'page' | 'log' | 'dropped';
  /** How a cancelled step ends. */
  readonly ends: 'by signals' | 'killed';
  /** Whether post steps run after a job's time is over; otherwise they are not even started. */
  readonly runsPostAfterTimeout: boolean;
}

const nodeMount: Mount = { source: dirname(process.execPath), target: '/__e/node24/bin', readOnly: true };

/** Of a self-hosted runner: https://github.com/actions/runner ContainerOperationProvider.cs, JobRunner.cs. */
export const GITHUB: Flavour = {
  name: 'GitHub',
  folders(root) {
    const work = join(root, '_work');
    const temp = join(work, '_temp');
    return {
      root,
      work,
      actions: join(work, '_actions'),
      temp,
      scripts: temp,
      home: join(temp, '_github_home'),
      workflow: join(temp, '_github_workflow'),
      fileCommands: join(temp, '_runner_file_commands'),
      tools: join(work, '_tool'),
      workspace: join(work, 'repo', 'repo'),
    };
  },
  mounts: ({ work, home, workflow }) => [
    { source: home, target: '/github/home' },
    { source: workflow, target: '/github/workflow' },
    { source: work, target: '/__w' },
    nodeMount,
  ],
  environment: ({ temp, tools }) => ({
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_NAME: 'runner',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: tools,
  }),
  home: (_, place) => (place === 'container' ? '/github/home' : undefined),
  tracksProcesses: true,
  removes: 'what is in temp',
  network: 'its own',
  tellsContainers: true,
  tellsCancel: true,
  countsFailingPost: true,
  summary: 'page',
  ends: 'by signals',
  runsPostAfterTimeout: true,
};

/** In a container: `RUNNER_TEMP` is the container's own, the tool cache a volume that all jobs share, if it is mounted. */
const IN_CONTAINER = { RUNNER_TEMP: '/tmp', RUNNER_TOOL_CACHE: '/opt/hostedtoolcache' };

/**
 * https://github.com/nektos/act 0.2.87: pkg/runner/run_context.go (folders, mounts, environment, `job`), job_executor.go
 * (post steps), step.go (command files, summary), pkg/container/host_environment.go (how steps end). With `--rm`: without
 * it, a job that fails keeps its folders and its container.
 */
export const ACT: Flavour = {
  name: 'act',
  folders(root) {
    const cache = join(root, 'home', '.cache', 'act');
    const work = join(cache, randomBytes(8).toString('hex'));
    const workflow = join(work, 'act', 'workflow');
    return {
      root,
      work,
      actions: join(work, 'act', 'actions'),
      temp: join(work, 'tmp'),
      scripts: workflow,
      home: join(root, 'home'),
      workflow,
      fileCommands: workflow,
      tools: join(cache, 'tool_cache'),
      workspace: join(work, 'hostexecutor'),
    };
  },
  mounts: ({ workflow, actions, workspace, tools }) => [
    { source: workflow, target: '/var/run/act/workflow' },
    { source: actions, target: '/var/run/act/actions' },
    { source: workspace, target: '/workspace/octo/repo' },
    { source: tools, target: '/opt/hostedtoolcache' },
    nodeMount,
  ],
  environment: ({ temp, tools }, place) => ({
    ACT: 'true',
    RUNNER_PERFLOG: '/dev/null',
    RUNNER_TRACKING_ID: '',
    ...(place === 'container' ? IN_CONTAINER : { RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: tools }),
  }),
  home: ({ home }, place) => (place === 'container' ? '/root' : home),
  tracksProcesses: false,
  removes: 'work',
  network: 'host',
  tellsContainers: false,
  tellsCancel: true,
  countsFailingPost: true,
  summary: 'log',
  ends: 'killed',
  // It ends no job for its time.
  runsPostAfterTimeout: true,
};

/**
 * https://code.forgejo.org/forgejo/runner 12.3: act/runner/run_context.go (no tool cache is mounted), job_executor.go (a
 * post step's error is dropped, and its context is new only after a cancel), internal/app/run/runner.go. It mounts the
 * engine's socket only if its administrator says so, as here.
 */
export const FORGEJO: Flavour = {
  ...ACT,
  name: 'Forgejo',
  mounts: (folders) => ACT.mounts(folders).filter(({ source }) => source !== folders.tools),
  environment: (folders, place) => ({
    ...ACT.environment(folders, place),
    FORGEJO_ACTIONS: 'true',
    GITEA_ACTIONS: 'true',
    ...(place === 'container' && { JOB_CONTAINER_NAME: 'FORGEJO-ACTIONS-TASK-1' }),
  }),
  network: 'its own',
  tellsCancel: false,
  countsFailingPost: false,
  runsPostAfterTimeout: false,
};

/**
 * https://gitea.com/gitea/act_runner of 2026: act/runner/run_context.go, job_executor.go (`postStepsContext`,
 * `tryUploadJobSummary`: the summary goes to servers that say `job-summary`, and nowhere else).
 */
export const GITEA: Flavour = {
  ...ACT,
  name: 'Gitea',
  environment: (folders, place) => ({
    ...ACT.environment(folders, place),
    GITEA_ACTIONS: 'true',
    ...(place === 'container' && { JOB_CONTAINER_NAME: 'GITEA-ACTIONS-TASK-1_WORKFLOW-tests_JOB-test' }),
  }),
  network: 'its own',
  tellsContainers: true,
  summary: 'dropped',
};
