import { lstatSync, readlinkSync } from 'node:fs';
import { ownUser } from '../adapters/files/own-file.ts';
import { StateFolder } from '../adapters/journal/state-folder.ts';
import { startAgent } from '../adapters/process/agent-process.ts';
import { isElsewhere } from '../adapters/process/process-identity.ts';
import { READY_MS } from './launch.ts';
import { agentLives } from './session-use.ts';
import { bundle, filesIn } from './workplace.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts an agent again if it is dead, with its journal, at its socket.
 * @param folder `TOPO_GC_DIR`
 * @returns whether it did: not if the agent lives, its session is over, or this is another container than the job's.
 *   Nor if the session belongs to another user, as under sudo: an agent that root starts would shut its owner out
 * @throws TopoGcError `agent-failed`
 */
export async function reviveAgent(folder: string, env: Environment): Promise<boolean> {
  if (lstatSync(folder, { throwIfNoEntry: false })?.uid !== ownUser()) return false;
  const state = stateBehind(folder);
  const agent = state?.readAgent();
  if (state === undefined || agent === undefined || isElsewhere(agent) || (await agentLives(state)))
    return false;
  await startAgent({
    script: bundle('agent'),
    args: [state.path],
    env,
    log: filesIn(folder).log,
    timeoutMs: READY_MS,
  });
  return true;
}

/** The state folder of an agent, by the folder of its socket; `undefined` unless it is in sight and this user's own. */
export function stateBehind(folder: string): StateFolder | undefined {
  try {
    const state = new StateFolder(readlinkSync(filesIn(folder).stateLink));
    state.check();
    return state;
  } catch {
    return undefined;
  }
}
