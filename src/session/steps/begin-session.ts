import { warning } from '../../adapters/github/step-output.ts';
import { identifyProcess } from '../../adapters/process/process-identity.ts';
import type { Guarded } from '../../domain/protection/guarded.ts';
import { parseSettings } from '../../domain/settings.ts';
import { runnerOf } from '../../protocol/runners.ts';
import { launch } from '../launch.ts';
import { type LocatedEngines, locateEngines } from '../locate-engines.ts';
import { planWorkplace, type Workplace } from '../workplace.ts';
import { publish } from './publish.ts';

type Environment = Readonly<Record<string, string | undefined>>;

interface BeginSession {
  /** `RUNNER_TEMP`. */
  readonly temporary: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  readonly env: Environment;
  /** Called before anything is made: from then on the end of the job has to find the session. */
  readonly onPlanned: (workplace: Workplace) => void;
}

export interface BegunSession {
  readonly workplace: Workplace;
  readonly engines: LocatedEngines;
}

/**
 * Starts the agent of a job and tells the job's steps where it is.
 * @throws TopoGcError `invalid-input`, `engine-not-found`, `agent-failed`
 */
export async function beginSession({
  temporary,
  inputs,
  guarded,
  env,
  onPlanned,
}: BeginSession): Promise<BegunSession> {
  const engines = await locateEngines(parseSettings(inputs), env);
  const workplace = planWorkplace(temporary, env, false);
  onPlanned(workplace);
  const workspace = env.GITHUB_WORKSPACE || temporary;
  const runner = runnerOf(env);
  await launch({
    workplace,
    engines,
    inputs,
    guarded,
    workspace,
    env,
    ...(runner.removesJobFolder && { jobFolder: temporary }),
    ...(runner.endsWithJobs && { owner: identifyProcess(process.ppid) }),
  });
  if (workplace.isOwn)
    warning(
      `RUNNER_TEMP is too deep for a socket, which may have a path of 107 bytes: ${workplace.folder} is used, ` +
        'which job containers do not see',
    );
  await publish(engines[0].identity, workplace, runner);
  return { workplace, engines };
}
