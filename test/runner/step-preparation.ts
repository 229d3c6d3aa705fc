import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionManifest } from './action-manifest.ts';
import { ACTION_SECRETS, IDENTITY_SECRETS } from './job-environment.ts';
import type { JobFolders } from './job-folders.ts';
import type { Environment, RunStep, UsesStep } from './job-model.ts';
import type { JobState } from './job-state.ts';
import type { StepExecution } from './step-execution.ts';
import { resolveInputs } from './step-inputs.ts';

type Prepared = Omit<StepExecution, 'cancel' | 'onLine'>;

/** One entry point of an action: its main step, or its post step with what main saved as state. */
export interface ActionStage {
  readonly step: UsesStep;
  readonly name: string;
  readonly manifest: ActionManifest;
  readonly script: string;
  readonly state: Environment;
}

/** Inputs and their defaults are worked out now, from the job as it is at this moment. */
export function prepareAction(
  stage: ActionStage,
  node: string,
  job: JobState,
  folders: JobFolders,
): Prepared {
  const { environment: inputs, warning } = resolveInputs(stage.manifest, stage.step.with ?? {}, job.context);
  const state = Object.entries(stage.state).map(([name, value]) => [`STATE_${name}`, value]);
  const own = { ...stage.step.env, ...Object.fromEntries(state), ...inputs };
  return {
    name: stage.name,
    command: node,
    args: [join(stage.step.uses, stage.script)],
    cwd: folders.workspace,
    temp: folders.temp,
    environment: { ...job.environment(own), ...ACTION_SECRETS, ...IDENTITY_SECRETS },
    annotateExit: false,
    warning,
  };
}

/** The script goes to a file of its own under the temporary folder. */
export function prepareScript(step: RunStep, job: JobState, folders: JobFolders): Prepared {
  const script = join(folders.temp, `${randomUUID()}.sh`);
  writeFileSync(script, step.run);
  return {
    name: step.name,
    command: 'bash',
    args: ['-e', script],
    cwd: folders.workspace,
    temp: folders.temp,
    environment: { ...job.environment(step.env), ...IDENTITY_SECRETS },
    annotateExit: true,
  };
}
