import { systemClock } from '../../adapters/host/system-clock.ts';
import type { StateFolder } from '../../adapters/journal/state-folder.ts';
import { changedAt } from '../../adapters/journal/state-root.ts';
import { lockSession } from '../../adapters/process/session-lock.ts';
import { TopoGcError } from '../../domain/errors.ts';

/** Between two looks at whether the other process is done, in ms. */
const LOOK_MS = 100;

const isTaken = (error: unknown): boolean => error instanceof TopoGcError && error.code === 'session-taken';

/**
 * Runs `work` as the only process that works for a session whose agent is dead. If a sweep of another job was there
 * first, waits for it and takes what it leaves.
 * @param patienceMs how long the wait may take
 * @throws TopoGcError `session-taken` if the wait takes longer, `already-swept` if the sweep has left nothing; what
 *   `work` throws
 */
export async function takeOver<T>(
  folder: StateFolder,
  patienceMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = systemClock.now() + patienceMs;
  const wasThere = isThere(folder);
  try {
    while (!(await locks(folder, systemClock.now() < deadline))) await systemClock.sleep(LOOK_MS);
    return await work();
  } catch (error) {
    // Only a sweep removes the folder meanwhile, when nothing is left and the engine has confirmed it. It may have done
    // so before this process first saw its lock.
    if (!wasThere || isThere(folder)) throw error;
    throw new TopoGcError(
      'already-swept',
      `A sweep of another job has collected what the session ${folder.session} had left`,
    );
  }
}

const isThere = (folder: StateFolder): boolean => changedAt(folder.path) !== undefined;

async function locks(folder: StateFolder, mayWait: boolean): Promise<boolean> {
  folder.check();
  try {
    await lockSession(folder.path, folder.session);
    return true;
  } catch (error) {
    if (mayWait && isTaken(error)) return false;
    throw error;
  }
}
