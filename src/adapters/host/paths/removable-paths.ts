import { constants } from 'node:fs';
import { basename } from 'node:path';
import { HostError, type HostFacts, type HostMember } from '../../../domain/ports.ts';
import type { OnHost } from '../host-kind.ts';
import { emptyFolder } from './empty-folder.ts';
import { birthOf, fileOf } from './file-identity.ts';
import { isOwn } from './folder-rights.ts';
import { hasCode, unlessGone } from './host-errors.ts';
import { checkNotImmutable, unlessImmutable } from './immutable.ts';
import { lookAtTree } from './look-at-tree.ts';
import type { OpenEntry } from './open-entry.ts';
import { openFolderOf, type PathRules } from './way-to-path.ts';

const { R_OK, W_OK, X_OK } = constants;

/** How often a folder is emptied, as something may add to it just as fast. */
const MOST_ROUNDS = 10;

/** How many files and folders of a tree are looked at. */
const MOST_LOOKED_AT = 100_000;

async function find(path: string, rules: PathRules, lookForMs: number): Promise<HostMember | undefined> {
  await using folder = await openFolderOf(path, rules);
  await using entry = folder && (await openIn(folder, path));
  if (folder === undefined || entry === undefined) return undefined;
  await folder.checkRights(W_OK | X_OK);
  if (entry.stat.isDirectory()) {
    if (!isOwn(entry)) await unlessImmutable(entry.checkRights(R_OK | W_OK | X_OK), () => 'it');
    await lookAtTree(entry, path, { entries: MOST_LOOKED_AT, ms: lookForMs });
  } else if (entry.stat.isFile()) await checkNotImmutable(entry.checkRights(W_OK), () => 'it');
  return { kind: 'path', id: path, name: path, ...birthOf(entry.stat), file: fileOf(entry.stat) };
}

async function remove({ id: path, file }: HostFacts, rules: PathRules, signal: AbortSignal): Promise<void> {
  await using folder = await openFolderOf(path, rules);
  if (folder === undefined) return;
  for (let round = 1; ; round++) {
    await using entry = await openIn(folder, path);
    if (entry === undefined || fileOf(entry.stat) !== file) return;
    const isFolder = entry.stat.isDirectory();
    if (isFolder) await emptyFolder(entry, signal);
    signal.throwIfAborted();
    try {
      return await unlessGone(isFolder ? folder.rmdir(basename(path)) : folder.unlink(basename(path)));
    } catch (error) {
      if (round === MOST_ROUNDS || !hasCode(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EISDIR')) throw error;
    }
  }
}

async function openIn(folder: OpenEntry, path: string): Promise<OpenEntry | undefined> {
  const entry = await unlessGone(folder.child(basename(path)));
  if (entry === undefined || entry.isOnMountOf(folder)) return entry;
  await entry[Symbol.asyncDispose]();
  throw new HostError(
    'held',
    'it is a mount, or on another file system than its root; the agent crosses none',
  );
}

export const pathOnHost: OnHost = { find, remove, placeOf: (path) => path };
