import { randomUUID } from 'node:crypto';
import { chownSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { ownUser } from './own-file.ts';

interface OfNewFile {
  /** Whose a file becomes that was not there, if root writes it. */
  readonly owner: Pick<Stats, 'uid' | 'gid'>;
  readonly mode: number;
}

/**
 * Writes a text file in one step: no reader sees half of it. A file that is there keeps its owner and its mode, and a link
 * stays a link.
 */
export function replaceKeepingOwner(path: string, text: string, fresh: OfNewFile): void {
  const before = statSync(path, { throwIfNoEntry: false });
  const target = before === undefined ? path : realpathSync(path);
  const { uid, gid } = before ?? fresh.owner;
  const beside = `${target}.${randomUUID()}`;
  try {
    writeFileSync(beside, text, { mode: (before?.mode ?? fresh.mode) & 0o777 });
    if (ownUser() === 0) chownSync(beside, uid, gid);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
