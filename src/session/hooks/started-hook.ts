import { exportVariable } from '@actions/core';
import { info, setFailed, warning } from '../../adapters/github/step-output.ts';
import { HookRecordFile, jobOf } from '../../adapters/journal/hook-record.ts';
import { stateRoot } from '../../adapters/journal/state-root.ts';
import { describeError } from '../../domain/errors.ts';
import { parseSettings } from '../../domain/settings.ts';
import { HOOK_VARIABLE } from '../../protocol/environment.ts';
import { describeEngines } from '../locate-engines.ts';
import { beginSession } from '../steps/begin-session.ts';
import type { HookEnvironment } from './hook-environment.ts';

interface StartedHook {
  /** Of the operator, valid. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the runner labels its own containers and networks with, if that is known. */
  readonly label?: string | undefined;
  readonly env: HookEnvironment;
}

/**
 * Starts the agent of a job before its first step, and before its containers. Without an agent the job fails, or with
 * `on-leak: warn` goes on with a warning: nobody would then look for what it leaves.
 */
export async function startForJob({ inputs, label, env }: StartedHook): Promise<void> {
  const record = new HookRecordFile(stateRoot(env), env.RUNNER_TEMP);
  try {
    // That of a job that was lost: its session waits for a sweep.
    record.remove();
    const { workplace, engines } = await beginSession({
      temporary: env.RUNNER_TEMP,
      inputs,
      guarded: { containers: [], networks: [], ...(label !== undefined && { labels: [label] }) },
      env,
      onPlanned: ({ session, folder, isOwn }) => record.write({ job: jobOf(env), session, folder, isOwn }),
    });
    exportVariable(HOOK_VARIABLE, workplace.session);
    info(`The agent of this job answers at ${workplace.socket}, on ${describeEngines(engines)}`);
  } catch (error) {
    const why = `No agent was started for this job: ${describeError(error)}`;
    if (parseSettings(inputs).onLeak === 'fail') setFailed(why);
    else warning(why);
  }
}
