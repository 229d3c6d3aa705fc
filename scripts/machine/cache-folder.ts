import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/** The folder of this name in the user's cache, whether it is there or not. */
export const cacheFolder = (name: string, env: NodeJS.ProcessEnv = process.env): string =>
  join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'topo-gc', name);

/** Fills a folder of the cache once. It appears as a whole: another process may do the same at the same time. */
export async function fillOnce(folder: string, fill: (path: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  await using making = await temporaryFolder(`.${basename(folder)}`, dirname(folder));
  await fill(making.path);
  await rename(making.path, folder).catch((error: NodeJS.ErrnoException) => {
    // Another process was quicker.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}
