import { rmSync } from 'node:fs';
import { readActionManifest } from './action-manifest.ts';
import { engineSocket, JobContainers } from './job-containers.ts';
import { makeTrackingId } from './job-environment.ts';
import { emptyFolder, installAction, type JobFolders, layOutFolders, makeRunnerRoot } from './job-folders.ts';
import { JobHooks } from './job-hooks.ts';
import type {
  Condition,
  ContainerStep,
  JobOptions,
  JobResult,
  RunStep,
  StepResult,
  UsesStep,
} from './job-model.ts';
import { JobState } from './job-state.ts';
import { executeStep, type StepExecution, skippedStep } from './step-execution.ts';
import { actionContainer, jobContainer, machine, type StepHost } from './step-host.ts';
import { type ActionStage, prepareAction, prepareContainer, prepareScript } from './step-preparation.ts';
import { killTracked } from './tracked-processes.ts';

/**
 * Runs a job on this machine, or in a container, the way the GitHub Actions runner does: its steps in order, the post steps in reverse, then
 * the end of the job, where what still carries the job's tracking id is killed and the temporary folder emptied.
 */
export async function runJob(options: JobOptions): Promise<JobResult> {
  const root = options.root ?? makeRunnerRoot();
  try {
    const folders = layOutFolders(root, options.user);
    const trackingId = makeTrackingId();
    const state = new JobState(folders, trackingId);
    const hooks = new JobHooks(folders, options.user);
    const started = await hooks.run('started', state);
    // Without containers: the steps that need them are skipped.
    await using containers = await JobContainers.start(state.status === 'success' ? options : {}, folders);
    const { id } = containers.context.container ?? {};
    const host =
      id === undefined
        ? machine(options.node ?? process.execPath, options.user)
        : await jobContainer(id, folders);
    state.enter({ ...host.environment, ...options.env }, { ...containers.context, ...options.jobContext });
    return await new Job(options, { folders, host, state, trackingId }).run(started, async () => {
      // The runner ends the containers first; a test without hooks still looks at them.
      if (hooks.has('completed')) await containers[Symbol.asyncDispose]();
      return hooks.run('completed', state);
    });
  } finally {
    if (options.root === undefined) rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Where a job runs. */
interface Surroundings {
  readonly folders: JobFolders;
  readonly host: StepHost;
  readonly state: JobState;
  readonly trackingId: string;
}

class Job {
  readonly #options: JobOptions;
  readonly #folders: JobFolders;
  readonly #host: StepHost;
  readonly #trackingId: string;
  readonly #state: JobState;
  readonly #cancel = new AbortController();
  readonly #results: StepResult[] = [];
  readonly #posts: Omit<ActionStage, 'state'>[] = [];
  readonly #saved = new Map<UsesStep, Record<string, string>>();
  readonly #faults: unknown[] = [];

  constructor(options: JobOptions, { folders, host, state, trackingId }: Surroundings) {
    this.#options = options;
    this.#folders = folders;
    this.#host = host;
    this.#state = state;
    this.#trackingId = trackingId;
  }

  /** @param complete ends the containers, and runs what the operator has put after the job */
  async run(
    started: readonly StepResult[],
    complete: () => Promise<readonly StepResult[]>,
  ): Promise<JobResult> {
    this.#results.push(...started);
    this.#cancel.signal.addEventListener('abort', () => this.#state.cancel());
    this.#listenForCancel();
    await this.#runSteps();
    for (const post of this.#posts.reverse()) await this.#runPost(post);
    this.#results.push(...(await complete()));
    await this.#observe(this.#options.beforeCompletion);
    const orphans = killTracked(this.#trackingId);
    emptyFolder(this.#folders.temp);
    if (this.#faults.length > 0) throw this.#faults[0];
    return { status: this.#state.status, steps: this.#results, orphans, env: this.#state.environment() };
  }

  async #runSteps(): Promise<void> {
    for (const step of this.#options.steps) {
      if ('observe' in step) await this.#observe(step.observe);
      else if (!this.#state.meets(step.if ?? 'success()')) this.#results.push(skippedStep(step.name));
      else if ('uses' in step) await this.#runMain(step);
      else if ('container' in step) await this.#runContainer(step);
      else await this.#runScript(step);
    }
  }

  /** The post step is registered before main runs, so that it also follows a main that fails. */
  async #runMain(step: UsesStep): Promise<void> {
    const manifest = readActionManifest(step.uses);
    const folder = installAction(step.uses, manifest, this.#folders);
    const { main, post } = manifest.runs;
    const name = `Post ${step.name}`;
    if (post !== undefined) this.#posts.push({ step, folder, manifest, script: post, name });
    const stage = { step, folder, manifest, script: main, name: step.name, state: {} };
    const result = await this.#execute(this.#prepareAction(stage), step.if);
    this.#saved.set(step, { ...result.state });
  }

  async #runPost(stage: Omit<ActionStage, 'state'>): Promise<void> {
    const state = this.#saved.get(stage.step) ?? {};
    await this.#execute(this.#prepareAction({ ...stage, state }), 'always()');
  }

  async #runScript(step: RunStep): Promise<void> {
    await this.#execute(prepareScript(step, this.#host, this.#state, this.#folders), step.if);
  }

  async #runContainer(step: ContainerStep): Promise<void> {
    const { network } = this.#state.context.container ?? {};
    const host = actionContainer(step.container, this.#folders, engineSocket(), network);
    await this.#execute(prepareContainer(step, host, this.#state, this.#folders), step.if);
  }

  #prepareAction(stage: ActionStage): StepExecution {
    return prepareAction(stage, this.#host, this.#state, this.#folders);
  }

  /** A step that would also run in a cancelled job is not signalled when the cancel comes. */
  async #execute(step: StepExecution, condition: Condition = 'success()'): Promise<StepResult> {
    const cancellable = condition === 'success()' || condition === 'failure()';
    const result = await executeStep(
      {
        ...step,
        onLine: (line) => this.#cancelAtMarker(step.name, line),
        ...(cancellable ? { cancel: this.#cancel.signal } : {}),
      },
      this.#state,
    );
    if (result.outcome === 'failure') this.#state.worsen('failure');
    this.#results.push(result);
    return result;
  }

  #listenForCancel(): void {
    const { cancel } = this.#options;
    if (!(cancel instanceof AbortSignal)) return;
    if (cancel.aborted) this.#cancel.abort();
    else cancel.addEventListener('abort', () => this.#cancel.abort(), { once: true });
  }

  #cancelAtMarker(step: string, line: string): void {
    const { cancel } = this.#options;
    if (cancel === undefined || cancel instanceof AbortSignal) return;
    if (cancel.step === step && line.includes(cancel.prints)) this.#cancel.abort();
  }

  async #observe(look: JobOptions['beforeCompletion']): Promise<void> {
    try {
      await look?.(this.#state.environment());
    } catch (error) {
      this.#faults.push(error);
    }
  }
}
