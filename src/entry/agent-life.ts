import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { isAlive, isElsewhere } from '../adapters/process/process-identity.ts';

/** An agent shows every second that it is alive; one that is silent for longer is dead, in ms. */
export const SILENCE_MS = 30_000;

/** Whether the agent of a folder lives: in another PID namespace, as that of a job container, by what it shows. */
export function agentLives(folder: StateFolder): boolean {
  const agent = folder.readAgent();
  if (agent === undefined) return false;
  return isElsewhere(agent) ? Date.now() - folder.lastAlive < SILENCE_MS : isAlive(agent);
}
