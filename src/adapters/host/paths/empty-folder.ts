import { HostError } from '../../../domain/ports.ts';
import { makeOwnWritable } from './folder-rights.ts';
import { hasCode, toHostError, unlessGone } from './host-errors.ts';
import type { OpenEntry } from './open-entry.ts';
import { TreePosition } from './tree-position.ts';

/** The agent gives up after this many times if something adds entries as fast as they are removed. */
const MOST_SURPRISES = 100;

/** How many folder names are kept per folder, to be emptied before the next look at it. */
const FOLDERS_AT_ONCE = 64;

/**
 * Removes all that a folder holds, however deep and large, and stops at the first thing that it can't remove. Never
 * follows a link, never crosses a mount. Holds a few handles and some names per level. If the mode of this user's own
 * folder denies access, makes the folder writable.
 * @param top held by the caller, and still there in the end
 * @throws HostError `refused` at a mount, or if a folder was moved; the signal's reason
 */
export async function emptyFolder(top: OpenEntry, signal: AbortSignal): Promise<void> {
  await using position = new TreePosition(top);
  /** For each folder on the way down, the names of its folders that are not empty; `undefined`: still to be listed. */
  const levels: (Buffer[] | undefined)[] = [undefined];
  let surprises = 0;
  const surprise = () => {
    surprises += 1;
    if (surprises > MOST_SURPRISES)
      throw new HostError('failed', `${position.where() || 'it'} does not become empty`);
  };
  try {
    await makeOwnWritable(top);
    while (levels.length > 0) {
      // If somebody else has removed the folder, there is no error to report.
      const folders = levels.pop() ?? (await unlessGone(removeFiles(position, signal))) ?? [];
      const name = folders.pop();
      if (name !== undefined) {
        levels.push(folders);
        if (await position.down(name)) {
          await makeOwnWritable(position.here);
          levels.push(undefined);
        } else surprise();
        continue;
      }
      if (levels.length === 0) return;
      const emptied = await position.up();
      if (emptied === undefined)
        throw new HostError('refused', `${position.where()} was moved while it was being removed`);
      if (!(await removeFolder(position.here, emptied))) surprise();
      // The folder may hold more than it has listed so far.
      if (levels.at(-1)?.length === 0) levels[levels.length - 1] = undefined;
    }
  } catch (error) {
    throw toHostError(error, position.where() || 'it');
  }
}

/** @returns whether it is gone: not if something has come into it */
async function removeFolder(folder: OpenEntry, name: Buffer): Promise<boolean> {
  try {
    await unlessGone(folder.rmdir(name));
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) return false;
    throw error;
  }
}

/** Removes all but folders that are not empty. @returns the names of those, or of some of them */
async function removeFiles(position: TreePosition, signal: AbortSignal): Promise<Buffer[]> {
  const { here } = position;
  const folders: Buffer[] = [];
  for await (const entry of await here.list()) {
    signal.throwIfAborted();
    try {
      if (!entry.isDirectory()) await unlessGone(here.unlink(entry.name));
      else if (!(await removeFolder(here, entry.name))) folders.push(entry.name);
    } catch (error) {
      // It has become a folder, or a mount: the next open reports that.
      if (!hasCode(error, 'EISDIR', 'EBUSY')) throw toHostError(error, position.where(entry.name));
      folders.push(entry.name);
    }
    if (folders.length === FOLDERS_AT_ONCE) break;
  }
  return folders;
}
