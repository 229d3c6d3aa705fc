import type { Flavour } from './flavours.ts';
import type { JobContext, JobStatus } from './job-context.ts';
import type { Annotation } from './step-log.ts';
import type { TrackedProcess } from './tracked-processes.ts';

export type Environment = Readonly<Record<string, string>>;

export type Condition = 'success()' | 'failure()' | 'cancelled()' | 'always()';

interface StepBase {
  readonly name: string;
  readonly if?: Condition;
  readonly env?: Environment;
}

/** Runs the action whose `action.yml` is in the folder `uses`. */
export interface UsesStep extends StepBase {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

/**
 * Runs a script with `bash -e`, in a job's container with `sh -e`. `${{ env.NAME }}` in it is filled in before, with paths of this
 * machine.
 */
export interface RunStep extends StepBase {
  readonly run: string;
}

/** Runs a script with `sh -e` in a container of its own, as an action does whose `runs.using` is `docker`. */
export interface ContainerStep extends StepBase {
  readonly container: ContainerSpec;
  readonly script: string;
}

/**
 * A test's look at the job between two steps, with the environment that a step would have there. It is no step of the
 * job: what it throws is thrown once the job is complete.
 */
export interface ObserveStep {
  readonly observe: (environment: Environment) => void | Promise<void>;
}

export type Step = UsesStep | RunStep | ContainerStep | ObserveStep;

/** A `container:` or one of the `services:` of a job. */
export interface ContainerSpec {
  readonly image: string;
  readonly env?: Environment;
  /** Of `docker create`. */
  readonly options?: readonly string[];
  readonly command?: readonly string[];
}

/** Whom a runner runs as. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

export interface JobOptions {
  /** Whose runner it is; GitHub's unless given. */
  readonly flavour?: Flavour;
  readonly steps: readonly Step[];
  /** The runner's own environment and the job's `env:`. PATH and HOME are those of where the steps run unless given. */
  readonly env?: Environment;
  /** In which the steps run, instead of on this machine. */
  readonly container?: ContainerSpec;
  readonly services?: Readonly<Record<string, ContainerSpec>>;
  /** Whom the runner and its steps on this machine run as; this process's user unless given. */
  readonly user?: User;
  /** The runner's folder; without it a new one, which is removed at the end. */
  readonly root?: string;
  /** The Node that runs actions; this process's unless given. */
  readonly node?: string;
  readonly jobContext?: Omit<JobContext, 'status'>;
  /** Cancels the job: at a signal, or when a step has printed a text. */
  readonly cancel?: AbortSignal | Marker;
  /** When a step has printed a text, the job's time is over. */
  readonly timeout?: Marker;
  /** Called after all post steps, before orphans are killed and the temporary folder is emptied. */
  readonly beforeCompletion?: (environment: Environment) => void | Promise<void>;
}

/** A text that a step prints. */
export interface Marker {
  readonly step: string;
  readonly prints: string;
}

export interface StepResult {
  readonly name: string;
  readonly outcome: JobStatus | 'skipped';
  readonly exitCode: number | null;
  readonly durationMs: number;
  readonly heldOpen: boolean;
  readonly log: string;
  readonly annotations: readonly Annotation[];
  readonly outputs: Environment;
  readonly state: Environment;
  readonly summary: string;
}

export interface JobResult {
  readonly status: JobStatus;
  /** In the order they ran; the post step of `NAME` is called `Post NAME`. */
  readonly steps: readonly StepResult[];
  /** What the runner had to kill when the job was complete. */
  readonly orphans: readonly TrackedProcess[];
  /** What a step at the end of the job would have had. */
  readonly env: Environment;
}

/** The result of the step of that name; throws where there is none. */
export function stepNamed(job: JobResult, name: string): StepResult {
  const step = job.steps.find((candidate) => candidate.name === name);
  if (step === undefined) throw new Error(`no step ${name} among ${job.steps.map((s) => s.name).join(', ')}`);
  return step;
}
