import { join } from 'node:path';
import { ProcessMark } from '../scripts/test/marked-processes.ts';
import { type ActionManifest, readActionManifest } from '../test/runner/model/action-manifest.ts';
import { REPOSITORY } from '../test/runner/model/bundle-job.ts';
import { CommandFiles } from '../test/runner/model/command-files.ts';
import { GITHUB } from '../test/runner/model/flavours.ts';
import { untilProcess } from '../test/runner/model/job-agent.ts';
import { makeTrackingId } from '../test/runner/model/job-environment.ts';
import { emptyFolder, layOutFolders } from '../test/runner/model/job-folders.ts';
import { JobState } from '../test/runner/model/job-state.ts';
import type { JobFolders } from '../test/runner/model/runner-folders.ts';
import { machine } from '../test/runner/model/step-host.ts';
import { prepareAction } from '../test/runner/model/step-preparation.ts';
import { JobSession } from './job-session.ts';
import { type ProcessEnd, type RunningProcess, startProcess } from './running-process.ts';

const CLI = join(REPOSITORY, 'dist/cli/index.js');

type Environment = Readonly<Record<string, string>>;

/** Only a full machine would cross one of them, and a machine that runs chaos may be full. */
const THRESHOLDS = { 'disk-threshold': 'off', 'memory-threshold': 'off', 'network-threshold': 'off' };

/** How long what has ended may take to be gone, in ms. */
const GRACE_MS = 5_000;

interface JobOptions {
  /** The runner's, which its jobs share. */
  readonly root: string;
  /** `TOPO_GC_STATE`, where the state is not in the runner's own folder. */
  readonly stateRoot?: string;
  /** Of the main step, beside thresholds. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** For the runner's command files: elsewhere than on a disk that is filled up. */
  readonly files: string;
  /** Of the engine. */
  readonly host: string;
}

/** A job that uses the action of `dist/`, step by step, each of which may be ended in the middle. */
export class Job extends JobSession {
  readonly #folders: JobFolders;
  readonly #mark = new ProcessMark();
  readonly #state: JobState;
  readonly #manifest: ActionManifest = readActionManifest(REPOSITORY);
  readonly #files: string;
  readonly #inputs: Readonly<Record<string, string>>;

  constructor({ root, files, host, stateRoot, inputs = {} }: JobOptions) {
    super(stateRoot ?? join(root, '_work', '_topo-gc'));
    this.#folders = layOutFolders(root);
    this.#files = files;
    this.#inputs = inputs;
    const { HOME = '' } = process.env;
    this.#state = new JobState(this.#folders, {
      flavour: GITHUB,
      place: 'machine',
      trackingId: makeTrackingId(),
    });
    this.#state.enter(
      {
        ...{ PATH: this.#mark.path, HOME, DOCKER_HOST: host },
        ...(stateRoot !== undefined && { TOPO_GC_STATE: stateRoot }),
      },
      {},
    );
  }

  /** Runs the main step, which starts the agent. */
  async open(): Promise<void> {
    const { status, output } = await this.use();
    if (status !== 0) throw new Error(`the main step ended with status ${status}: ${output}`);
  }

  get environment(): Record<string, string> {
    return this.#state.environment();
  }

  /** Where all its files are. */
  get places(): readonly string[] {
    return [this.#folders.root, this.stateRoot];
  }

  /** `RUNNER_TEMP`. */
  get temp(): string {
    return this.#folders.temp;
  }

  /** The main step; in a job that has an agent already, that of a second use. @param env beside what a runner gives it */
  async use(env: Environment = {}): Promise<ProcessEnd> {
    const files = new CommandFiles(this.#files);
    const end = await this.#action('main', files, this.#inputs, env).ended;
    const contents = files.read();
    this.#state.adopt(contents);
    // A second use that failed has saved nothing: the post step is that of the first.
    if (contents.state.has('folder')) this.saved = Object.fromEntries(contents.state);
    return end;
  }

  post(drainTimeout: string, env: Environment = {}): RunningProcess {
    const inputs = { 'drain-timeout': drainTimeout };
    return this.#action('post', new CommandFiles(this.#files), inputs, env);
  }

  /** `topo-gc …`, as a step runs it. */
  command(...args: readonly string[]): RunningProcess {
    return this.run(join(this.files.commands, 'topo-gc'), args);
  }

  /** As after a reboot: whoever runs it, and not the command on the job's PATH, which may be gone. */
  sweep(drainTimeout: string, env: Environment = {}): RunningProcess {
    return this.run(process.execPath, [CLI, 'sweep', '--drain-timeout', drainTimeout], env);
  }

  /** A process of the job, which counts as left behind where it outlives it. */
  run(command: string, args: readonly string[], env: Environment = {}): RunningProcess {
    const cwd = this.#folders.workspace;
    return startProcess(command, args, { cwd, env: { ...this.environment, ...env } });
  }

  /** Ends the agent as the kernel would. @returns whether it lived */
  async kill(): Promise<boolean> {
    const { pid } = this;
    if (pid === undefined) return false;
    process.kill(pid, 'SIGKILL');
    await untilProcess(pid, 'gone');
    return true;
  }

  /** What of it still runs after a while; it is ended then. */
  processesLeft(): Promise<string[]> {
    return this.#mark.ended(GRACE_MS);
  }

  /** Ends all that the job has started and that still runs. */
  async endProcesses(): Promise<void> {
    await this.#mark.ended(0);
  }

  /** As a runner does between two jobs; ends what is left of it. */
  async clear(): Promise<void> {
    await this.endProcesses();
    emptyFolder(this.#folders.temp);
  }

  #action(
    script: 'main' | 'post',
    files: CommandFiles,
    inputs: Readonly<Record<string, string>>,
    env: Environment,
  ): RunningProcess {
    const step = { name: 'gc', uses: REPOSITORY, with: { ...THRESHOLDS, ...inputs } };
    const { runs } = this.#manifest;
    const stage = { step, folder: REPOSITORY, name: script, manifest: this.#manifest };
    const prepared = prepareAction(
      { ...stage, script: runs[script] ?? '', state: this.saved },
      machine(process.execPath),
      this.#state,
      this.#folders,
    );
    return startProcess(prepared.command, prepared.args, {
      cwd: prepared.cwd,
      env: { ...prepared.environment, ...files.environment, ...env },
    });
  }
}
