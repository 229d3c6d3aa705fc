import { CommandFiles } from './command-files.ts';
import type { Flavour } from './flavours.ts';
import type { Environment, StepResult } from './job-model.ts';
import type { JobState } from './job-state.ts';
import type { StepHost } from './step-host.ts';
import { StepLog } from './step-log.ts';
import { runStepProcess } from './step-process.ts';

/** A step, made ready: what is to be run, and with what. */
export interface StepExecution {
  readonly name: string;
  readonly host: Pick<StepHost, 'enter'>;
  /** With paths of this machine, as all of it. */
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Where its command files go. */
  readonly fileCommands: string;
  readonly environment: Environment;
  /** A warning of the runner's own before the step starts. */
  readonly warning?: string | undefined;
  /** Whether the runner adds an error annotation for a bad exit status, as it does for scripts. */
  readonly annotateExit: boolean;
  readonly cancel?: AbortSignal;
  readonly ends?: Flavour['ends'];
  readonly onLine?: (line: string) => void;
}

/** Runs a step and lets what it wrote to its command files take effect. */
export async function executeStep(step: StepExecution, job: JobState): Promise<StepResult> {
  const started = performance.now();
  const log = new StepLog(job.masks);
  const files = new CommandFiles(step.fileCommands);
  if (step.warning !== undefined) log.annotate('warning', step.warning);

  const environment = { ...step.environment, ...files.environment };
  const { exitCode, heldOpen } = await runStepProcess({
    ...step.host.enter({ ...step, environment }),
    onLine: (line) => {
      log.takeLine(line);
      step.onLine?.(line);
    },
    ...(step.cancel === undefined ? {} : { cancel: step.cancel }),
    ...(step.ends === undefined ? {} : { ends: step.ends }),
  });
  if (exitCode !== 0 && step.annotateExit) {
    log.annotate('error', `Process completed with exit code ${exitCode}.`);
  }

  const contents = files.read();
  job.adopt(contents);
  for (const { message } of contents.errors) log.annotate('error', message);
  const failed = exitCode !== 0 || contents.errors.some(({ fatal }) => fatal);
  return {
    name: step.name,
    outcome: step.cancel?.aborted ? 'cancelled' : failed ? 'failure' : 'success',
    exitCode,
    heldOpen,
    durationMs: performance.now() - started,
    log: log.text,
    annotations: log.annotations,
    outputs: Object.fromEntries(contents.outputs),
    state: Object.fromEntries(contents.state),
    summary: log.mask(contents.summary),
  };
}

/** The result of a step whose condition did not hold, or that could not be started. */
export function unstartedStep(
  name: string,
  outcome: StepResult['outcome'] = 'skipped',
  log = '',
): StepResult {
  return {
    name,
    outcome,
    exitCode: null,
    heldOpen: false,
    durationMs: 0,
    log,
    annotations: [],
    outputs: {},
    state: {},
    summary: '',
  };
}
