import { randomUUID } from 'node:crypto';
import { chown, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the folder, which only its owner can enter. */
export async function makeSpool(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 });
}

/**
 * Leaves a submission in the spool: on disk, whole, and the folder's owner's, when it resolves.
 * @throws Error `ENOENT` where there is no spool any more
 */
export async function spool(path: string, submission: object): Promise<void> {
  const name = join(path, randomUUID());
  const file = await open(`${name}.tmp`, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify({ ...submission, submittedAt: new Date().toISOString() }));
    const owner = await stat(path);
    if (process.geteuid?.() === 0) await chown(`${name}.tmp`, owner.uid, owner.gid);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${name}.tmp`, `${name}.json`);
  await syncFolder(path);
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Removes what is left of the spool. */
export async function removeSpool(path: string): Promise<void> {
  for (const folder of [path, `${path}.closed`]) await rm(folder, { recursive: true, force: true });
}
