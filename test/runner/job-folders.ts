import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folders of a self-hosted runner. */
export interface JobFolders {
  readonly root: string;
  readonly temp: string;
  readonly tools: string;
  readonly workspace: string;
}

/** A new runner's root in the system's folder for temporary files. */
export function makeRunnerRoot(): string {
  return mkdtempSync(join(tmpdir(), 'runner-'));
}

/** Makes the folders under a runner's root, the temporary one empty. */
export function layOutFolders(root: string): JobFolders {
  const work = join(root, '_work');
  const folders: JobFolders = {
    root,
    temp: join(work, '_temp'),
    tools: join(work, '_tool'),
    workspace: join(work, 'repo', 'repo'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  emptyFolder(folders.temp);
  return folders;
}

/** Removes what is in a folder, and keeps the folder. */
export function emptyFolder(folder: string): void {
  for (const entry of readdirSync(folder)) {
    rmSync(join(folder, entry), { recursive: true, force: true, maxRetries: 3 });
  }
}
