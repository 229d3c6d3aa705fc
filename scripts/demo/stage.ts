import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runJob } from '../../test/runner/model/job.ts';
import { leftInFolders } from '../../test/runner/model/job-folders.ts';
import type { JobResult, ObserveStep, Step } from '../../test/runner/model/job-model.ts';
import { interrupted, onInterruption } from '../interruption.ts';
import { type TemporaryFolder, temporaryFolder } from '../temporary-folder.ts';
import { type EngineObject, madeBy, RunObjects } from './engine-objects.ts';
import type { StepVariables } from './step-topology.ts';
import { type DemoTopology, topologiesOf } from './topologies.ts';

interface StageOptions {
  /** Address of the engine, and a busybox image on it. */
  readonly host: string;
  readonly image: string;
}

/** The folder beside the temporary one in which the action keeps the states of agents. */
const STATES = '_topo-gc';

/** Where the jobs of the demo run. At its end, also that by a signal, nothing of them is left. */
export class Stage implements AsyncDisposable {
  readonly topologies: readonly DemoTopology[];
  readonly #environment: StepVariables & { readonly DOCKER_HOST: string };
  readonly #objects: RunObjects;
  readonly #folder: TemporaryFolder;
  readonly #registration = onInterruption(() => this.#breakOff());
  readonly #jobs: Promise<JobResult>[] = [];

  private constructor({ host, image }: StageOptions, folder: TemporaryFolder) {
    const run = randomBytes(2).toString('hex');
    this.topologies = topologiesOf(run);
    this.#environment = { DOCKER_HOST: host, DEMO_RUN: run, DEMO_IMAGE: image };
    this.#objects = new RunObjects(run);
    this.#folder = folder;
  }

  static async open(options: StageOptions): Promise<Stage> {
    return new Stage(options, await temporaryFolder('topo-gc-demo'));
  }

  /** Runs a job the way the runner does, and looks at what it left before that is cleared; a signal to this process cancels it. */
  async run(steps: readonly Step[], beforeCompletion: ObserveStep['observe'] = () => {}): Promise<JobResult> {
    const root = this.#rootOf(this.#jobs.length);
    await mkdir(root);
    const env = { ...this.#environment };
    const job = runJob({ root, steps, env, cancel: interrupted, beforeCompletion });
    this.#jobs.push(job);
    const result = await job;
    interrupted.throwIfAborted();
    return result;
  }

  /** What the jobs made on the engine. */
  async made(): Promise<EngineObject[]> {
    return (await Promise.all(this.#jobs)).flatMap(madeBy);
  }

  /** What is left of the jobs, on the engine and on this machine, in words. */
  async left(): Promise<string[]> {
    const jobs = await Promise.all(this.#jobs);
    const objects = await this.#objects.stillShown(await this.made());
    const entries = jobs.flatMap((_, at) => leftInFolders(this.#rootOf(at)));
    return [
      ...objects.map(({ kind, id, name }) => `${kind} ${name} (${id})`),
      ...jobs.flatMap(({ orphans }) => orphans.map(({ pid, command }) => `process ${pid} (${command})`)),
      ...jobs.flatMap(({ env }) => env.TOPO_GC_DIR ?? []).filter(existsSync),
      // Where agents have their state: empty, as each is gone with its own.
      ...entries.filter((path) => basename(path) !== STATES || readdirSync(path).length > 0),
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    using _registration = this.#registration;
    await this.#clear();
    await this.#folder[Symbol.asyncDispose]();
  }

  #breakOff(): Promise<void> {
    console.error('\nThe demo ends early: its jobs are cancelled, and what they made is removed.');
    return this.#clear();
  }

  /** What waits for a container to stop, such as a post step, ends sooner once that is gone. */
  async #clear(): Promise<void> {
    await this.#objects.removeAll();
    await Promise.allSettled(this.#jobs);
    await this.#objects.removeAll();
  }

  #rootOf(job: number): string {
    return join(this.#folder.path, `runner-${job + 1}`);
  }
}
