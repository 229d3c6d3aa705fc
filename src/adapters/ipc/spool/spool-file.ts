import { randomUUID } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OpenFolder } from '../../files/open-folder.ts';
import { ownUser } from '../../files/own-file.ts';
import { systemClock } from '../../host/system-clock.ts';

/** Makes the folder, which only its owner can enter. */
export async function makeSpool(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 });
}

/**
 * Leaves a submission in the spool: when this resolves, it is on disk, whole, and owned by the folder's owner. All
 * happens in the very folder that was there at the beginning, so that root, as under sudo, gives away no file in
 * another folder.
 * @throws Error `ENOENT` if there is no spool any more
 */
export async function spool(path: string, submission: object): Promise<void> {
  using folder = new OpenFolder(path);
  const owner = folder.stats();
  const name = join(folder.path, randomUUID());
  try {
    await using file = await open(`${name}.tmp`, 'wx', 0o600);
    const submittedAt = new Date(systemClock.timeOfDay()).toISOString();
    await file.writeFile(JSON.stringify({ ...submission, submittedAt }));
    if (ownUser() === 0) await file.chown(owner.uid, owner.gid);
    await file.sync();
    await rename(`${name}.tmp`, `${name}.json`);
    folder.sync();
  } catch (error) {
    await rm(`${name}.tmp`, { force: true });
    throw error;
  }
  // A spool that was closed meanwhile may have been read for the last time.
  const now = lstatSync(path, { throwIfNoEntry: false });
  if (now?.ino === owner.ino && now.dev === owner.dev) return;
  await rm(`${name}.json`, { force: true });
  throw Object.assign(new Error(`ENOENT: the spool ${path} is closed`), { code: 'ENOENT' });
}
