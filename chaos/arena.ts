import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interrupted, onInterruption, untilEnd } from '../scripts/interruption.ts';
import { type Disguise, EngineProxy } from '../test/support/engine-proxy.ts';
import { SmallDisk } from '../test/support/small-disk.ts';
import { ControlGroup } from './control-group.ts';
import { hold } from './invariant.ts';
import { Job } from './job.ts';
import { RestartableEngine } from './restartable-engine.ts';

/** Enough for every round whose fault does not say otherwise. */
export const DRAIN_TIMEOUT = '60s';

interface ArenaParts {
  readonly engine: RestartableEngine;
  readonly proxy: EngineProxy;
  readonly control: ControlGroup;
  readonly disk: SmallDisk;
  /** Holds the runner whose jobs these are. */
  readonly folder: string;
}

export interface NewJobOptions {
  readonly onSmallDisk?: boolean;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Its agent keeps its state where those of other runners on the machine do. */
  readonly sharesState?: boolean;
  /** What its engine looks like, until it is over. */
  readonly disguises?: readonly Disguise[];
  /** Its main step is left to the round. */
  readonly isOpened?: boolean;
}

/** What all rounds share: an engine with a control group on it, a proxy in front of it, a runner, and the job under way. */
export class Arena implements AsyncDisposable {
  readonly engine: RestartableEngine;
  readonly proxy: EngineProxy;
  readonly control: ControlGroup;
  readonly disk: SmallDisk;
  /** The record of the journal after which the next round that cuts one does so. */
  nextCut = 1;
  /** Holds the runners whose jobs these are, and what else a round needs. */
  readonly folder: string;
  readonly #owned: AsyncDisposableStack;
  #registration: Disposable | undefined;
  #job: Job | undefined;

  private constructor({ engine, proxy, control, disk, folder }: ArenaParts, owned: AsyncDisposableStack) {
    this.engine = engine;
    this.proxy = proxy;
    this.control = control;
    this.disk = disk;
    this.folder = folder;
    this.#owned = owned;
    owned.defer(() => this.#job?.clear());
  }

  /** All of it goes when it is disposed of, or when this process is told to end. */
  static async open(): Promise<Arena> {
    const opening = Arena.#open();
    const registration = onInterruption(async () => (await opening).#owned.disposeAsync());
    try {
      const arena = await opening;
      arena.#registration = registration;
      return arena;
    } catch (error) {
      if (interrupted.aborted) await untilEnd();
      registration[Symbol.dispose]();
      throw error;
    }
  }

  static async #open(): Promise<Arena> {
    await using owned = new AsyncDisposableStack();
    const engine = owned.use(await RestartableEngine.start());
    process.env.TOPO_GC_TEST_IMAGE = engine.image;
    const folder = owned.use(await mkdtempDisposable(join(tmpdir(), 'topo-gc-chaos-')));
    const disk = owned.use(await SmallDisk.mount(folder.path));
    const proxy = owned.use(await EngineProxy.start(engine.host));
    const control = await ControlGroup.start(engine);
    interrupted.throwIfAborted();
    return new Arena({ engine, proxy, control, disk, folder: folder.path }, owned.move());
  }

  /** The job under way; a new one where there is none, or its agent is dead. */
  async job(): Promise<Job> {
    if (this.#job?.pid === undefined) await this.#finish();
    return this.#job ?? this.#begin(this.folder, {});
  }

  /** A new job, whose journal holds nothing yet; on the small disk where that is said. */
  async newJob({ onSmallDisk = false, disguises = [], ...options }: NewJobOptions = {}): Promise<Job> {
    await this.#finish();
    this.proxy.disguises = disguises;
    return this.#begin(onSmallDisk ? this.disk.path : this.folder, options);
  }

  /**
   * The job after one that died with all its processes, without its post step: on the same runner, which has emptied its
   * temporary folder, or, where they share their state, on another one.
   */
  async nextJob(options: Pick<NewJobOptions, 'sharesState' | 'isOpened'> = {}): Promise<Job> {
    return this.#begin(this.folder, { ...options, runner: options.sharesState ? 'other-runner' : 'runner' });
  }

  /** Known from its beginning, so that it goes with the arena whatever becomes of it. */
  async #begin(
    parent: string,
    {
      runner = 'runner',
      sharesState = false,
      isOpened = true,
      inputs = {},
    }: Omit<NewJobOptions, 'onSmallDisk' | 'disguises'> & { readonly runner?: string },
  ): Promise<Job> {
    const [root, files] = [join(parent, runner), join(this.folder, 'files')];
    const stateRoot = join(this.folder, 'state');
    this.#job = new Job({
      ...{ root, files, host: this.proxy.host, inputs },
      ...(sharesState && { stateRoot }),
    });
    if (isOpened) await this.#job.open();
    return this.#job;
  }

  /** Lets go of a job that is over. */
  async forget(job: Job): Promise<void> {
    if (this.#job === job) {
      this.#job = undefined;
      this.proxy.disguises = [];
    }
    await job.clear();
  }

  /** A job that has gone well so far ends well. */
  async #finish(): Promise<void> {
    const job = this.#job;
    if (job === undefined) return;
    const { status, output } = await job.post(DRAIN_TIMEOUT).ended;
    hold(status === 0, `the post step of a job without a fault ended with status ${status}: ${output}`);
    await this.forget(job);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (interrupted.aborted) await untilEnd();
    await this.#owned.disposeAsync();
    this.#registration?.[Symbol.dispose]();
  }
}
