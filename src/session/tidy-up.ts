import { existsSync, lstatSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, normalize } from 'node:path';
import { giveFolder } from '../adapters/files/give-folder.ts';
import { ownUser, whyNotOwnFolder } from '../adapters/files/own-file.ts';
import { removeSpool } from '../adapters/ipc/spool/spool-end.ts';
import type { SessionFile } from '../adapters/journal/session-files.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { filesIn, type Workplace } from './workplace.ts';

/** @returns why a folder must not be removed; `undefined` if it may be, or is not there */
function whyStays(folder: string): string | undefined {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  return stats && whyNotOwnFolder(folder, stats);
}

/** True only for what a main step, or a command, would have made for that session. */
function isPlanned({ folder, socket, session }: SessionFile): boolean {
  const isPlain = isAbsolute(folder) && normalize(folder) === folder;
  return isPlain && basename(folder) === session.id && filesIn(folder).socket === socket;
}

/**
 * Removes all that a session has had, once nothing is left of it. The state goes last: while it is there, the next
 * sweep can finish the work.
 * @returns why its folder stays; `undefined` if it does not
 */
export function tidyUp(state: StateFolder): string | undefined {
  const session = state.readSession();
  const { folder } = session;
  const stays = isPlanned(session)
    ? whyStays(folder)
    : `${folder} is not where the session's folder would be`;
  if (stays === undefined) rmSync(folder, { recursive: true, force: true });
  state.remove();
  return stays;
}

/**
 * Removes what is no longer needed: the socket, the command and the spool in any case, the state only if nothing is
 * left of the session. Otherwise the state waits for the next sweep, and so does what was not taken from the spool. The
 * log and the reports stay if a runner will empty the folder itself, or logs were saved. If root leaves them, they
 * become the runner's, which could not remove them otherwise.
 * @throws Error that names what stays of the spool, after all the rest; the state then also waits for the next sweep
 */
export async function clearWorkplace(
  { state, folder, socket, commands, spool, logs, isOwn }: Workplace,
  { isDone }: { readonly isDone: boolean },
): Promise<void> {
  if (existsSync(folder)) {
    const stays = whyStays(folder);
    if (stays !== undefined) throw new Error(stays);
    const fault = await faultOf(removeSpool(spool, isDone ? undefined : state.spool));
    const isAllOurs = isOwn && fault === undefined && !existsSync(logs);
    for (const path of isAllOurs ? [folder] : [socket, commands])
      rmSync(path, { recursive: true, force: true });
    const owner = statSync(dirname(folder));
    if (!isOwn && ownUser() === 0 && owner.uid !== 0) giveFolder(folder, owner);
    if (fault !== undefined) throw fault;
  }
  if (isDone) state.remove();
}

/** The error of a promise that rejects. */
const faultOf = (promise: Promise<void>): Promise<Error | undefined> =>
  promise.then(
    () => undefined,
    (error: Error) => error,
  );
