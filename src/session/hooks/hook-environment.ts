import { TopoGcError } from '../../domain/errors.ts';

/** What a runner gives to its hooks: its own variables and those of the job's contexts, not what steps export. */
export type HookEnvironment = Readonly<Record<string, string | undefined>> & {
  readonly RUNNER_TEMP: string;
};

/** @throws TopoGcError `not-supported`, or `invalid-input` outside of a hook */
export function hookEnvironment(env: Readonly<Record<string, string | undefined>>): HookEnvironment {
  if (process.platform !== 'linux')
    throw new TopoGcError('not-supported', `topo-gc needs a Linux runner; this one runs ${process.platform}`);
  const { RUNNER_TEMP, GITHUB_ENV } = env;
  if (!RUNNER_TEMP || !GITHUB_ENV)
    throw new TopoGcError(
      'invalid-input',
      'RUNNER_TEMP or GITHUB_ENV is not set: topo-gc hook is for the job hooks of a self-hosted runner only',
    );
  return { ...env, RUNNER_TEMP };
}
