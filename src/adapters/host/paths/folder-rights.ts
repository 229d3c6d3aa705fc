import { constants } from 'node:fs';
import { hasCode } from './host-errors.ts';
import type { OpenEntry } from './open-entry.ts';

const { R_OK, W_OK, X_OK } = constants;

const ROOT = 0;
const PERMISSIONS = 0o7777;
const OWNER_ALL = 0o700;
const STICKY = 0o1000;

const ownUid = (): number => process.geteuid?.() ?? ROOT;

/** Whether it belongs to the user who runs this. */
export const isOwn = ({ stat }: OpenEntry): boolean => Number(stat.uid) === ownUid();

/** What only its owner could remove, or the folder's: `sticky` in chmod(1). Root removes anything. */
export const isStickyForUs = (folder: OpenEntry): boolean =>
  (Number(folder.stat.mode) & STICKY) !== 0 && !isOwn(folder) && ownUid() !== ROOT;

/**
 * Whether this process may see what a folder holds, and may remove it, once `makeOwnWritable` was called.
 * @throws the kernel's error, `EPERM` where the folder is immutable
 */
export async function rightsOn(folder: OpenEntry): Promise<{ list: boolean; empty: boolean }> {
  // Almost always one question is enough.
  if (await may(folder, R_OK | W_OK | X_OK)) return { list: true, empty: true };
  const list = await may(folder, R_OK | X_OK);
  return { list, empty: isOwn(folder) || (await may(folder, W_OK | X_OK)) };
}

/**
 * Gives the owner of a folder all rights on it, where that is who runs this. The mode of the very folder that is held changes,
 * whatever its name means by now. Other folders stay as they are.
 * @throws the kernel's error
 */
export async function makeOwnWritable(folder: OpenEntry): Promise<void> {
  const mode = Number(folder.stat.mode) & PERMISSIONS;
  if (isOwn(folder) && (mode & OWNER_ALL) !== OWNER_ALL) await folder.chmod(mode | OWNER_ALL);
}

/** For people: whose a folder is, and who may write it. */
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
