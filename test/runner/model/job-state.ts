import type { CommandFileContents } from './command-files.ts';
import type { Flavour, Place } from './flavours.ts';
import type { JobContext, JobStatus } from './job-context.ts';
import { stepEnvironment } from './job-environment.ts';
import type { Condition, Environment } from './job-model.ts';
import type { JobFolders } from './runner-folders.ts';

/** What the steps of a job share. */
export class JobState {
  readonly masks = new Set<string>();
  #base: Environment = {};
  readonly #given: Environment;
  #context: Omit<JobContext, 'status'> = {};
  readonly #flavour: Flavour;
  readonly #environment = new Map<string, string>();
  #status: JobStatus = 'success';
  #paths: string[] = [];

  constructor(
    folders: JobFolders,
    about: { readonly flavour: Flavour; readonly place: Place; readonly trackingId: string },
  ) {
    this.#flavour = about.flavour;
    this.#given = stepEnvironment(folders, about);
  }

  /** Its containers are there. @param base what a step has where it runs, and the job's `env:` */
  enter(base: Environment, context: Omit<JobContext, 'status'>): void {
    this.#base = base;
    this.#context = this.#flavour.tellsContainers ? context : {};
  }

  get status(): JobStatus {
    return this.#status;
  }

  /** The `job` context, as the next step sees it. */
  get context(): JobContext {
    const status = this.#status === 'cancelled' && !this.#flavour.tellsCancel ? 'failure' : this.#status;
    return { ...this.#context, status };
  }

  /** The first thing that goes wrong decides how the job ends. */
  worsen(status: Exclude<JobStatus, 'success'>): void {
    if (this.#status === 'success') this.#status = status;
  }

  /** Marks the job as cancelled, also where a step has failed before. */
  cancel(): void {
    this.#status = 'cancelled';
  }

  meets(condition: Condition): boolean {
    switch (condition) {
      case 'always()':
        return true;
      case 'cancelled()':
        return this.#status === 'cancelled';
      case 'failure()':
        return this.#status === 'failure';
      case 'success()':
        return this.#status === 'success';
    }
  }

  /** Lets a step's `GITHUB_ENV` and `GITHUB_PATH` count for the steps that follow. */
  adopt({ env, paths }: CommandFileContents): void {
    for (const [name, value] of env) this.#environment.set(name, value);
    for (const path of paths) this.#paths = [path, ...this.#paths.filter((known) => known !== path)];
  }

  /** The environment of a hook of the runner: nothing of the job's `env:` and nothing that steps export, but their PATH. */
  hookEnvironment(own: Environment): Record<string, string> {
    return { ...own, PATH: [...this.#paths, own.PATH ?? ''].join(':'), ...this.#given };
  }

  /** The environment of a step; `own` is its own part of it, which gives way only to what the runner itself sets. */
  environment(own: Environment = {}): Record<string, string> {
    const merged = { ...this.#base, ...Object.fromEntries(this.#environment), ...own };
    const path = [...this.#paths, merged.PATH ?? ''].join(':');
    return { ...merged, PATH: path, ...this.#given };
  }
}
