import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSpoolFile } from './spooled-file.ts';

/** What a spool is called once it is closed. */
export const closedSpool = (path: string): string => `${path}.closed`;

/**
 * Closes the spool where nobody has, and removes it.
 * @param keep where what was not taken waits for the next sweep; without it that goes too
 */
export async function removeSpool(path: string, keep?: string): Promise<void> {
  const closed = closedSpool(path);
  await rename(path, closed).catch(ignoreMissing);
  if (keep !== undefined) await keepSubmissions(closed, keep);
  await rm(closed, { recursive: true, force: true });
}

/** Copied, as it may be on another disk; each is there whole or not at all. What can't be read was told of by the drain. */
async function keepSubmissions(from: string, to: string): Promise<void> {
  const names: string[] = await readdir(from).catch((error) => {
    ignoreMissing(error);
    return [];
  });
  for (const name of names.filter((each) => each.endsWith('.json'))) {
    const bytes = await readSpoolFile(join(from, name)).catch(() => undefined);
    if (bytes === undefined) continue;
    await mkdir(to, { recursive: true, mode: 0o700 });
    await writeFile(join(to, `${name}.tmp`), bytes, { mode: 0o600, flush: true });
    await rename(join(to, `${name}.tmp`), join(to, name));
  }
}

/** For `catch`: what is not there is no fault. */
export function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
