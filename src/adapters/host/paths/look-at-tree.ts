import { HostError } from '../../../domain/ports.ts';
import { describeOwner, isOwn, isStickyForUs, rightsOn } from './folder-rights.ts';
import { toHostError, unlessGone } from './host-errors.ts';
import { checkNotImmutable, unlessImmutable } from './immutable.ts';
import { mountBelow } from './mount-points.ts';
import type { ListedEntry, OpenEntry } from './open-entry.ts';
import { TreePosition } from './tree-position.ts';

/** Files that are asked about at once: each question is one short call. */
const ASKED_AT_ONCE = 128;

/** How much of a tree is looked at. */
export interface LookBounds {
  /** Files and folders. */
  readonly entries: number;
  readonly ms: number;
}

/**
 * Looks through all that a folder holds, and changes nothing, for the first thing that this process could not remove: a
 * mount, what is in a folder of others that it may not write, what others own in a sticky folder, what is immutable. What a
 * folder of its own hides from it by its mode is not looked at, nor is what is beyond the bounds, or comes, goes and moves meanwhile.
 * @param path of that folder
 * @throws HostError `denied` where root could remove it, `held` where nobody could; `failed` as the kernel says
 */
export async function lookAtTree(top: OpenEntry, path: string, bounds: LookBounds): Promise<void> {
  const mount = await mountBelow(path);
  if (mount !== undefined) throw new HostError('held', `${mount} is a mount, and none is crossed`);
  await using position = new TreePosition(top);
  const bound = new Bound(bounds);
  /** Of each folder on the way down, the names of those in it that are not looked at yet. */
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
    this.#until = performance.now() + ms;
    this.#entries = entries;
  }

  seen(): void {
    this.#entries -= 1;
  }

  get isReached(): boolean {
    return this.#entries <= 0 || performance.now() >= this.#until;
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

/** @throws HostError where it is another user's */
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
