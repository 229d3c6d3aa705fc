import { constants } from 'node:fs';
import { hasCode } from './host-errors.ts';
import type { OpenEntry } from './open-entry.ts';

const { R_OK, W_OK, X_OK } = constants;

const ROOT = 0;
const PERMISSIONS = 0o7777;
const OWNER_ALL = 0o700;
const STICKY = 0o1000;

const ownUid = (): number => process.geteuid?.() ?? ROOT;

/** Whether it belongs to the user that runs this. */
export const isOwn = ({ stat }: OpenEntry): boolean => Number(stat.uid) === ownUid();

/**
 * True if only an entry's owner, or the folder's, could remove the entry: `sticky` in chmod(1). Root removes anything.
 */
export const isStickyForUs = (folder: OpenEntry): boolean =>
  (Number(folder.stat.mode) & STICKY) !== 0 && !isOwn(folder) && ownUid() !== ROOT;

/**
 * Whether this process may list a folder, and may remove its content, after `makeOwnWritable`.
 * @throws the kernel's error, `EPERM` if the folder is immutable
 */
export async function rightsOn(folder: OpenEntry): Promise<{ list: boolean; empty: boolean }> {
  // Almost always one question is enough.
  if (await may(folder, R_OK | W_OK | X_OK)) return { list: true, empty: true };
  const list = await may(folder, R_OK | X_OK);
  return { list, empty: isOwn(folder) || (await may(folder, W_OK | X_OK)) };
}

/**
 * Gives the owner of a folder all rights on it, if the owner runs this. Changes the mode of the very folder that is
 * held, whatever now has its name. Other users' folders stay as they are.
 * @throws the kernel's error
 */
export async function makeOwnWritable(folder: OpenEntry): Promise<void> {
  const mode = Number(folder.stat.mode) & PERMISSIONS;
  if (isOwn(folder) && (mode & OWNER_ALL) !== OWNER_ALL) await folder.chmod(mode | OWNER_ALL);
}

/** For people: the owner of a folder, and who may write it. */
export const describeOwner = ({ stat }: OpenEntry): string =>
  `belongs to ${Number(stat.uid) === ROOT ? 'root' : `another user (uid ${stat.uid})`}, mode ${(
    Number(stat.mode) & PERMISSIONS
  )
    .toString(8)
    .padStart(4, '0')}`;

async function may(folder: OpenEntry, rights: number): Promise<boolean> {
  try {
    await folder.checkRights(rights);
    return true;
  } catch (error) {
    if (hasCode(error, 'EACCES')) return false;
    throw error;
  }
}
