import { HostError } from '../../../domain/ports.ts';
import { systemClock } from '../system-clock.ts';
import { describeOwner, isOwn, isStickyForUs, rightsOn } from './folder-rights.ts';
import { toHostError, unlessGone } from './host-errors.ts';
import { checkNotImmutable, unlessImmutable } from './immutable.ts';
import { mountBelow } from './mount-points.ts';
import type { ListedEntry, OpenEntry } from './open-entry.ts';
import { TreePosition } from './tree-position.ts';

/** How many files are checked at once: each check is one short call. */
const ASKED_AT_ONCE = 128;

/** How much of a tree is looked at. */
export interface LookBounds {
  /** Files and folders. */
  readonly entries: number;
  readonly ms: number;
}

/**
 * Looks through all that a folder holds, changes nothing, and stops at the first thing that this process could not
 * remove: a mount, the content of another user's folder that it may not write, another user's entry in a sticky folder,
 * an immutable file. Does not look at what the mode of its own folder hides, what is beyond the bounds, or what comes,
 * goes and moves meanwhile.
 * @param path of that folder
 * @throws HostError `denied` if root could remove it, `held` if not even root could; `failed` with the kernel's words
 */
export async function lookAtTree(top: OpenEntry, path: string, bounds: LookBounds): Promise<void> {
  const mount = await mountBelow(path);
  if (mount !== undefined) throw new HostError('held', `${mount} is a mount, and the agent crosses none`);
  await using position = new TreePosition(top);
  const bound = new Bound(bounds);
  /** For each folder on the way down, the names of its folders that are still to be looked at. */
  const levels = [await lookAt(position, bound)];
  try {
    for (let folders = levels.at(-1); folders !== undefined && !bound.isReached; folders = levels.at(-1)) {
      const name = folders.pop();
      if (name === undefined) {
        levels.pop();
        if (levels.length > 0 && (await position.up()) === undefined) return;
      } else if (await position.down(name)) levels.push(await lookAt(position, bound));
    }
  } catch (error) {
    throw toHostError(error, position.where() || path);
  }
}

class Bound {
  readonly #until: number;
  #entries: number;

  constructor({ entries, ms }: LookBounds) {
    this.#until = systemClock.now() + ms;
    this.#entries = entries;
  }

  seen(): void {
    this.#entries -= 1;
  }

  get isReached(): boolean {
    return this.#entries <= 0 || systemClock.now() >= this.#until;
  }
}

/** Looks at a folder and the files in it. @returns the names of the folders in it @throws HostError; the kernel's error */
async function lookAt(position: TreePosition, bound: Bound): Promise<Buffer[]> {
  const { here } = position;
  const name = position.where() || 'it';
  const may = await unlessImmutable(rightsOn(here), () => name);
  if (!may.list) {
    if (isOwn(here)) return [];
    throw new HostError('denied', `${name}: permission denied, as it ${describeOwner(here)}`);
  }
  const isSticky = isStickyForUs(here);
  const folders: Buffer[] = [];
  let files: Buffer[] = [];
  for await (const entry of (await unlessGone(here.list())) ?? []) {
    if (!may.empty)
      throw new HostError(
        'denied',
        `${position.where(entry.name)}: permission denied, as ${name} ${describeOwner(here)}`,
      );
    bound.seen();
    if (bound.isReached) break;
    if (isSticky) await checkOwner(position, entry.name);
    if (mayBeFolder(entry)) folders.push(entry.name);
    if (entry.isFile()) files.push(entry.name);
    if (files.length < ASKED_AT_ONCE) continue;
    await checkFiles(position, files);
    files = [];
  }
  await checkFiles(position, files);
  return folders;
}

/** Some file systems keep no types beside the names. */
const mayBeFolder = (entry: ListedEntry): boolean =>
  entry.isDirectory() ||
  !(
    entry.isFile() ||
    entry.isSymbolicLink() ||
    entry.isFIFO() ||
    entry.isSocket() ||
    entry.isCharacterDevice() ||
    entry.isBlockDevice()
  );

/** @throws HostError if it belongs to another user */
async function checkOwner(position: TreePosition, name: Buffer): Promise<void> {
  await using entry = await unlessGone(position.here.child(name));
  if (entry === undefined || isOwn(entry)) return;
  throw new HostError(
    'denied',
    `${position.where(name)}: not permitted, as it ${describeOwner(entry)}, and its folder is sticky`,
  );
}

/** @throws HostError for one that is immutable */
async function checkFiles(position: TreePosition, names: readonly Buffer[]): Promise<void> {
  const { here } = position;
  await Promise.all(
    names.map((name) => checkNotImmutable(here.checkWritable(name), () => position.where(name))),
  );
}
