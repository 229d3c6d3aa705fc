import { isMissing } from '../adapters/files/missing.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { isLocked } from '../adapters/process/session-lock.ts';

/**
 * Whether a process works for the session of a folder: its agent, in whatever container, or one that drains in its place.
 * @throws Error where that can't be known
 */
export async function agentLives(folder: StateFolder): Promise<boolean> {
  try {
    return await isLocked(folder.path);
  } catch (error) {
    // The folder has been removed since it was seen.
    if (isMissing(error)) return false;
    throw error;
  }
}
