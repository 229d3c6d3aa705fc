import { rmSync } from 'node:fs';
import { readActionManifest } from './action-manifest.ts';
import { type Flavour, GITHUB } from './flavours.ts';
import { engineSocket, JobContainers } from './job-containers.ts';
import { makeTrackingId } from './job-environment.ts';
import { installAction, layOutFolders, makeRunnerRoot, removeJobFolders } from './job-folders.ts';
import { JobHooks } from './job-hooks.ts';
import type {
  Condition,
  ContainerStep,
  JobOptions,
  JobResult,
  Marker,
  RunStep,
  StepResult,
  UsesStep,
} from './job-model.ts';
import { JobState } from './job-state.ts';
import type { JobFolders } from './runner-folders.ts';
import { executeStep, type StepExecution, unstartedStep } from './step-execution.ts';
import { actionContainer, jobContainer, machine, type StepHost } from './step-host.ts';
import { type ActionStage, prepareAction, prepareContainer, prepareScript } from './step-preparation.ts';
import { killTracked } from './tracked-processes.ts';

/**
 * Runs a job on this machine, or in a container, the way a runner does: its steps in order, the post steps in reverse, then
 * the end of the job. There GitHub's runner kills what still carries the job's tracking id, and empties the temporary
 * folder; others remove the job's folder.
 */
export async function runJob(options: JobOptions): Promise<JobResult> {
  const root = options.root ?? makeRunnerRoot();
  try {
    const { flavour = GITHUB } = options;
    const folders = layOutFolders(root, options.user, flavour);
    const place = options.container === undefined ? 'machine' : 'container';
    const trackingId = makeTrackingId();
    const state = new JobState(folders, { flavour, place, trackingId });
    const hooks = new JobHooks(folders, options.user);
    const started = await hooks.run('started', state);
    // Without containers: the steps that need them are skipped.
    const wanted = state.status === 'success' ? options : {};
    await using containers = await JobContainers.start(wanted, folders, flavour);
    const { id } = containers.context.container ?? {};
    const host =
      id === undefined
        ? machine(options.node ?? process.execPath, options.user)
        : await jobContainer(id, folders, flavour);
    const home = flavour.home(folders, place);
    state.enter(
      { ...host.environment, ...(home !== undefined && { HOME: home }), ...options.env },
      { ...containers.context, ...options.jobContext },
    );
    return await new Job(options, { folders, flavour, host, state, trackingId }).run(started, async () => {
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
  readonly flavour: Flavour;
  readonly folders: JobFolders;
  readonly host: StepHost;
  readonly state: JobState;
  readonly trackingId: string;
}

class Job {
  readonly #options: JobOptions;
  readonly #folders: JobFolders;
  readonly #flavour: Flavour;
  readonly #host: StepHost;
  readonly #trackingId: string;
  readonly #state: JobState;
  readonly #cancel = new AbortController();
  readonly #results: StepResult[] = [];
  readonly #posts: Omit<ActionStage, 'state'>[] = [];
  readonly #saved = new Map<UsesStep, Record<string, string>>();
  readonly #faults: unknown[] = [];
  #isTimeOver = false;

  constructor(options: JobOptions, { folders, flavour, host, state, trackingId }: Surroundings) {
    this.#options = options;
    this.#folders = folders;
    this.#flavour = flavour;
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
    const orphans = this.#flavour.tracksProcesses ? killTracked(this.#trackingId) : [];
    removeJobFolders(this.#folders, this.#flavour);
    if (this.#faults.length > 0) throw this.#faults[0];
    return { status: this.#state.status, steps: this.#results, orphans, env: this.#state.environment() };
  }

  async #runSteps(): Promise<void> {
    for (const step of this.#options.steps) {
      if ('observe' in step) await this.#observe(step.observe);
      else if (!this.#state.meets(step.if ?? 'success()')) this.#results.push(unstartedStep(step.name));
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
    const result = await this.#executeMain(this.#prepareAction(stage), step.if);
    this.#saved.set(step, { ...result.state });
  }

  async #runPost(stage: Omit<ActionStage, 'state'>): Promise<void> {
    if (this.#isTimeOver && !this.#flavour.runsPostAfterTimeout) {
      this.#results.push(unstartedStep(stage.name, 'failure', 'context deadline exceeded'));
      return;
    }
    const state = this.#saved.get(stage.step) ?? {};
    const { outcome } = await this.#execute(this.#prepareAction({ ...stage, state }), 'always()');
    if (outcome === 'failure' && this.#flavour.countsFailingPost) this.#state.worsen('failure');
  }

  async #runScript(step: RunStep): Promise<void> {
    await this.#executeMain(prepareScript(step, this.#host, this.#state, this.#folders), step.if);
  }

  async #runContainer(step: ContainerStep): Promise<void> {
    const { network } = this.#state.context.container ?? {};
    const host = actionContainer(step.container, this.#folders, engineSocket(), network);
    await this.#executeMain(prepareContainer(step, host, this.#state, this.#folders), step.if);
  }

  #prepareAction(stage: ActionStage): StepExecution {
    return prepareAction(stage, this.#host, this.#state, this.#folders);
  }

  async #executeMain(step: StepExecution, condition?: Condition): Promise<StepResult> {
    const result = await this.#execute(step, condition);
    if (result.outcome === 'failure') this.#state.worsen('failure');
    return result;
  }

  /** A step that would also run in a cancelled job is not signalled when the cancel comes. */
  async #execute(step: StepExecution, condition: Condition = 'success()'): Promise<StepResult> {
    const cancellable = condition === 'success()' || condition === 'failure()';
    const { ends } = this.#flavour;
    const result = await executeStep(
      {
        ...step,
        onLine: (line) => this.#lookForMarkers(step.name, line),
        ...(cancellable ? { cancel: this.#cancel.signal, ends } : {}),
      },
      this.#state,
    );
    this.#results.push(this.#withSummary(result));
    return result;
  }

  #withSummary(result: StepResult): StepResult {
    if (this.#flavour.summary === 'page' || result.summary === '') return result;
    const printed = this.#flavour.summary === 'log' ? `\n  ⚙  Summary - ${result.summary}` : '';
    return { ...result, log: result.log + printed, summary: '' };
  }

  #listenForCancel(): void {
    const { cancel } = this.#options;
    if (!(cancel instanceof AbortSignal)) return;
    if (cancel.aborted) this.#cancel.abort();
    else cancel.addEventListener('abort', () => this.#cancel.abort(), { once: true });
  }

  #lookForMarkers(step: string, line: string): void {
    const { cancel, timeout } = this.#options;
    const isAt = (marker?: Marker) => marker?.step === step && line.includes(marker.prints);
    if (isAt(timeout)) this.#isTimeOver = true;
    if (this.#isTimeOver || (!(cancel instanceof AbortSignal) && isAt(cancel))) this.#cancel.abort();
  }

  async #observe(look: JobOptions['beforeCompletion']): Promise<void> {
    try {
      await look?.(this.#state.environment());
    } catch (error) {
      this.#faults.push(error);
    }
  }
}
