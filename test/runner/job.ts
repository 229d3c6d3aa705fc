import { rmSync } from 'node:fs';
import { readActionManifest } from './action-manifest.ts';
import { makeTrackingId } from './job-environment.ts';
import { emptyFolder, type JobFolders, layOutFolders, makeRunnerRoot } from './job-folders.ts';
import type { Condition, JobOptions, JobResult, RunStep, StepResult, UsesStep } from './job-model.ts';
import { JobState } from './job-state.ts';
import { executeStep, type StepExecution, skippedStep } from './step-execution.ts';
import { type ActionStage, prepareAction, prepareScript } from './step-preparation.ts';
import { killTracked } from './tracked-processes.ts';

/**
 * Runs a job on this machine the way the GitHub Actions runner does: its steps in order, the post steps in reverse, then
 * the end of the job, where what still carries the job's tracking id is killed and the temporary folder emptied.
 */
export async function runJob(options: JobOptions): Promise<JobResult> {
  const root = options.root ?? makeRunnerRoot();
  try {
    return await new Job(options, layOutFolders(root)).run();
  } finally {
    if (options.root === undefined) rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

class Job {
  readonly #options: JobOptions;
  readonly #folders: JobFolders;
  readonly #trackingId = makeTrackingId();
  readonly #state: JobState;
  readonly #cancel = new AbortController();
  readonly #results: StepResult[] = [];
  readonly #posts: Omit<ActionStage, 'state'>[] = [];
  readonly #saved = new Map<UsesStep, Record<string, string>>();
  readonly #faults: unknown[] = [];

  constructor(options: JobOptions, folders: JobFolders) {
    const { PATH = '', HOME = '' } = process.env;
    const context = options.jobContext ?? {};
    this.#options = options;
    this.#folders = folders;
    this.#state = new JobState(
      { PATH, HOME, ...options.env },
      { folders, trackingId: this.#trackingId, context },
    );
  }

  async run(): Promise<JobResult> {
    this.#cancel.signal.addEventListener('abort', () => this.#state.cancel());
    this.#listenForCancel();
    await this.#runSteps();
    for (const post of this.#posts.reverse()) await this.#runPost(post);
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
      else await this.#runScript(step);
    }
  }

  /** The post step is registered before main runs, so that it also follows a main that fails. */
  async #runMain(step: UsesStep): Promise<void> {
    const manifest = readActionManifest(step.uses);
    const { main, post } = manifest.runs;
    if (post !== undefined) this.#posts.push({ step, manifest, script: post, name: `Post ${step.name}` });
    const stage = { step, manifest, script: main, name: step.name, state: {} };
    const result = await this.#execute(this.#prepareAction(stage), step.if);
    this.#saved.set(step, { ...result.state });
  }

  async #runPost(stage: Omit<ActionStage, 'state'>): Promise<void> {
    const state = this.#saved.get(stage.step) ?? {};
    await this.#execute(this.#prepareAction({ ...stage, state }), 'always()');
  }

  async #runScript(step: RunStep): Promise<void> {
    await this.#execute(prepareScript(step, this.#state, this.#folders), step.if);
  }

  #prepareAction(stage: ActionStage): StepExecution {
    return prepareAction(stage, this.#options.node ?? process.execPath, this.#state, this.#folders);
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
