import { HostError } from '../../domain/ports.ts';
import { hasCode, toHostError, unlessGone } from './host-errors.ts';
import type { OpenEntry } from './open-entry.ts';

/** Where somebody puts things in as fast as they are removed, that is given up after so many times. */
const MOST_SURPRISES = 100;

/** Names of folders that are kept of one folder, to be emptied before it is looked at again. */
const FOLDERS_AT_ONCE = 64;

/** An error shows no more of a path than that, in characters. */
const MOST_SHOWN = 200;

/** A folder on the way down: which one it is, and what it holds that is not empty yet. */
interface Level {
  readonly identity: string;
  /** By which it is known in the folder above. */
  readonly name: Buffer;
  /** `undefined`: to be looked at. */
  folders: Buffer[] | undefined;
}

/**
 * Removes all that a folder holds, however deep and however much, and stops at the first thing that can't be. Never follows a
 * link, never crosses a mount. Holds a handful of handles and some names a level: it goes back up by `..`, and
 * goes on only if that is the folder that it came from.
 * @param top held by the caller, and still there in the end
 * @throws HostError `refused` at a mount, and where a folder was moved; the signal's reason
 */
export async function emptyFolder(top: OpenEntry, signal: AbortSignal): Promise<void> {
  const levels: Level[] = [levelOf(top, Buffer.alloc(0))];
  const where = (...names: readonly Buffer[]) =>
    shown([...levels.slice(1).map(({ name }) => name), ...names]);
  let here = top;
  const moveTo = async (next: OpenEntry) => {
    const left = here;
    here = next;
    if (left !== top) await left[Symbol.asyncDispose]();
  };
  let surprises = 0;
  const surprise = () => {
    surprises += 1;
    if (surprises > MOST_SURPRISES) throw new HostError('failed', `${where() || 'it'} does not get empty`);
  };
  try {
    for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
      // What was removed by somebody else has nothing to tell.
      level.folders ??= (await unlessGone(removeFiles(here, signal, where))) ?? [];
      const name = level.folders.pop();
      if (name !== undefined) {
        const folder = await openFolder(here, name, where);
        if (folder === undefined) {
          surprise();
          continue;
        }
        levels.push(levelOf(folder, name));
        await moveTo(folder);
        continue;
      }
      const above = levels.at(-2);
      if (above === undefined) return;
      await moveTo(levels.length === 2 ? top : await here.parent());
      if (here.identity !== above.identity)
        throw new HostError('refused', `${where()} was moved while it was being removed`);
      if (!(await removeFolder(here, level.name))) surprise();
      levels.pop();
      // There may be more than it has told of so far.
      if (above.folders?.length === 0) above.folders = undefined;
    }
  } catch (error) {
    throw toHostError(error, where() || 'it');
  } finally {
    await moveTo(top);
  }
}

const levelOf = ({ identity }: OpenEntry, name: Buffer): Level => ({ identity, name, folders: undefined });

/** @returns whether it is gone: not where something has come into it */
async function removeFolder(folder: OpenEntry, name: Buffer): Promise<boolean> {
  try {
    await unlessGone(folder.rmdir(name));
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) return false;
    throw error;
  }
}

/** @returns `undefined` where it is gone, or no folder any more @throws HostError where it is a mount */
async function openFolder(
  folder: OpenEntry,
  name: Buffer,
  where: (...names: readonly Buffer[]) => string,
): Promise<OpenEntry | undefined> {
  const child = await unlessGone(folder.child(name));
  if (child === undefined) return undefined;
  const isMount = !child.isOnMountOf(folder);
  if (child.stat.isDirectory() && !isMount) return child;
  await child[Symbol.asyncDispose]();
  if (isMount) throw new HostError('refused', `${where(name)} is a mount, and none is crossed`);
  return undefined;
}

/** Removes all but folders that are not empty. @returns names of those, or of some of them */
async function removeFiles(
  folder: OpenEntry,
  signal: AbortSignal,
  where: (...names: readonly Buffer[]) => string,
): Promise<Buffer[]> {
  const folders: Buffer[] = [];
  for await (const entry of await folder.list()) {
    signal.throwIfAborted();
    try {
      if (!entry.isDirectory()) await unlessGone(folder.unlink(entry.name));
      else if (!(await removeFolder(folder, entry.name))) folders.push(entry.name);
    } catch (error) {
      // It has become a folder, or a mount: that is told when it is opened.
      if (!hasCode(error, 'EISDIR', 'EBUSY')) throw toHostError(error, where(entry.name));
      folders.push(entry.name);
    }
    if (folders.length === FOLDERS_AT_ONCE) break;
  }
  return folders;
}

function shown(names: readonly Buffer[]): string {
  const text = names.join('/');
  return text.length > MOST_SHOWN ? `…${text.slice(-MOST_SHOWN)}` : text;
}
