import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionManifest } from './action-manifest.ts';
import { ACTION_SECRETS, IDENTITY_SECRETS } from './job-environment.ts';
import type { ContainerStep, Environment, RunStep, UsesStep } from './job-model.ts';
import type { JobState } from './job-state.ts';
import type { JobFolders } from './runner-folders.ts';
import type { StepExecution } from './step-execution.ts';
import type { StepHost } from './step-host.ts';
import { resolveInputs } from './step-inputs.ts';

type Prepared = Omit<StepExecution, 'cancel' | 'onLine'>;

/** One entry point of an action: its main step, or its post step with what main saved as state. */
export interface ActionStage {
  readonly step: UsesStep;
  /** The folder of its `action.yml`. */
  readonly folder: string;
  readonly name: string;
  readonly manifest: ActionManifest;
  readonly script: string;
  readonly state: Environment;
}

/** Inputs and their defaults are worked out now, from the job as it is at this moment. */
export function prepareAction(
  stage: ActionStage,
  host: StepHost,
  job: JobState,
  folders: JobFolders,
): Prepared {
  const { environment: inputs, warning } = resolveInputs(stage.manifest, stage.step.with ?? {}, job.context);
  const state = Object.entries(stage.state).map(([name, value]) => [`STATE_${name}`, value]);
  const own = { ...stage.step.env, ...Object.fromEntries(state), ...inputs };
  return {
    name: stage.name,
    host,
    command: host.node,
    args: [join(stage.folder, stage.script)],
    cwd: folders.workspace,
    fileCommands: folders.fileCommands,
    environment: { ...job.environment(own), ...ACTION_SECRETS, ...IDENTITY_SECRETS },
    annotateExit: false,
    warning,
  };
}

/** The script goes to a file of its own under the temporary folder. */
export function prepareScript(step: RunStep, host: StepHost, job: JobState, folders: JobFolders): Prepared {
  const script = join(folders.scripts, `${randomUUID()}.sh`);
  const environment = job.environment(step.env);
  writeFileSync(
    script,
    step.run.replaceAll(/\$\{\{ env\.(\w+) \}\}/g, (_, name) => environment[name] ?? ''),
  );
  return {
    name: step.name,
    host,
    command: host.shell,
    args: ['-e', script],
    cwd: folders.workspace,
    fileCommands: folders.fileCommands,
    environment: { ...environment, ...IDENTITY_SECRETS },
    annotateExit: true,
  };
}

export function prepareContainer(
  step: ContainerStep,
  host: Pick<StepHost, 'enter'>,
  job: JobState,
  folders: JobFolders,
): Prepared {
  return {
    name: step.name,
    host,
    command: 'sh',
    args: ['-e', '-c', step.script],
    cwd: folders.workspace,
    fileCommands: folders.fileCommands,
    environment: { ...job.environment(step.env), ...ACTION_SECRETS, ...IDENTITY_SECRETS },
    annotateExit: false,
  };
}
