import { save } from '../../adapters/github/saved-state.ts';
import { info, warning } from '../../adapters/github/step-output.ts';
import { AgentClient } from '../../adapters/ipc/agent-client.ts';
import { TopoGcError } from '../../domain/errors.ts';
import { differingInputs } from '../../domain/settings.ts';
import type { Status } from '../../protocol/agent-service.ts';
import { fromEnvironment, HOOK_VARIABLE } from '../../protocol/environment.ts';
import { reviveAgent } from '../revive.ts';
import { setOutputs } from './publish.ts';
import { type AgentPlace, takeOverFromHook } from './take-over-from-hook.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How long the agent of an earlier use may take to answer, in ms. */
const SHARED_MS = 2_000;

/**
 * Joins the agent that an earlier use in this job or the runner's started hook has started, if one answers. Of several
 * uses, only the first one's post step drains.
 */
export async function shareAgent(
  inputs: Readonly<Record<string, string>>,
  env: Environment,
): Promise<boolean> {
  const { socket, folder, session } = fromEnvironment(env);
  if (socket === undefined || folder === undefined || session === undefined) return false;
  const place = { socket, folder, session };
  const isOfHook = env[HOOK_VARIABLE] === session;
  const client = new AgentClient(socket);
  try {
    const status = await client.get<Status>('/v1/status', { timeoutMs: SHARED_MS });
    warnOfDifferences(isOfHook, status.inputs, inputs);
    info(`${nameOf(isOfHook)} answers at ${socket} and is ${isOfHook ? 'used' : 'shared'}`);
    join(isOfHook, place, env);
    return true;
  } catch (error) {
    if (!(error instanceof TopoGcError) || error.code !== 'agent-not-found') throw error;
    if (!(await reviveAgent(folder, env))) {
      info(`${error.message}: a new one is started`);
      return false;
    }
    warning(`${nameOf(isOfHook)} was dead; it goes on from its journal at ${socket}`);
    join(isOfHook, place, env);
    return true;
  } finally {
    client.close();
  }
}

const nameOf = (isOfHook: boolean): string =>
  isOfHook ? "The agent of this runner's started hook" : 'The agent of an earlier use in this job';

function join(isOfHook: boolean, place: AgentPlace, env: Environment): void {
  if (isOfHook) takeOverFromHook(place, env);
  else save('isShared', 'use');
  setOutputs(place);
}

function warnOfDifferences(isOfHook: boolean, theirs: Status['inputs'], ours: Status['inputs']): void {
  const differences = differingInputs(ours, theirs, { onlyChanged: isOfHook });
  if (differences.length === 0) return;
  const told = differences.map((name) => `${name} is "${theirs[name]}", not "${ours[name]}"`).join('; ');
  warning(`${nameOf(isOfHook)} keeps its inputs: ${told}`);
}
