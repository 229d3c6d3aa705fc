import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ActionManifest } from './action-manifest.ts';
import { type Flavour, GITHUB } from './flavours.ts';
import type { User } from './job-model.ts';
import type { JobFolders } from './runner-folders.ts';

/** A new runner's root in the system's folder for temporary files. */
export function makeRunnerRoot(): string {
  return mkdtempSync(join(tmpdir(), 'runner-'));
}

/** Makes the folders under a runner's root, the temporary one empty. @param user whose they are, if not this process's */
export function layOutFolders(root: string, user?: User, flavour: Flavour = GITHUB): JobFolders {
  const folders = flavour.folders(root);
  mkdirSync(folders.temp, { recursive: true });
  emptyFolder(folders.temp);
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  if (user !== undefined) for (const folder of Object.values(folders)) chownSync(folder, user.uid, user.gid);
  return folders;
}

/** Puts an action where the runner downloads it to. @returns the folder of its `action.yml` */
export function installAction(source: string, { runs }: ActionManifest, { actions }: JobFolders): string {
  const target = join(actions, 'octo', basename(source), 'v1');
  for (const path of ['action.yml', runs.main, runs.post ?? runs.main]) {
    const [entry = ''] = path.split('/');
    cpSync(join(source, entry), join(target, entry), { recursive: true });
  }
  return target;
}

/** Removes what a runner does not keep when a job is complete. */
export function removeJobFolders({ temp, work }: JobFolders, { removes }: Flavour): void {
  if (removes === 'work') rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  else emptyFolder(temp);
}

/**
 * What a job has left in the folders of GitHub's runner, as paths; not what the runner keeps there itself: the folders, empty, and the
 * actions that it has downloaded.
 */
export function leftInFolders(root: string): string[] {
  const { actions, ...folders } = GITHUB.folders(root);
  const isKept = (path: string): boolean =>
    isWithin(path, actions) || Object.values(folders).some((folder) => isWithin(folder, path));
  const entries = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return entries.map((entry) => join(root, entry)).filter((path) => !isKept(path));
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Removes what is in a folder, and keeps the folder. */
export function emptyFolder(folder: string): void {
  for (const entry of readdirSync(folder)) {
    rmSync(join(folder, entry), { recursive: true, force: true, maxRetries: 3 });
  }
}
