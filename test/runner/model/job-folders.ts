import { chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ActionManifest } from './action-manifest.ts';
import type { User } from './job-model.ts';

/** The folders of a self-hosted runner. */
export interface JobFolders {
  readonly root: string;
  readonly work: string;
  readonly actions: string;
  readonly temp: string;
  readonly home: string;
  readonly workflow: string;
  readonly fileCommands: string;
  readonly tools: string;
  readonly workspace: string;
}

/** A new runner's root in the system's folder for temporary files. */
export function makeRunnerRoot(): string {
  return mkdtempSync(join(tmpdir(), 'runner-'));
}

function foldersOf(root: string): JobFolders {
  const work = join(root, '_work');
  const temp = join(work, '_temp');
  return {
    root,
    work,
    actions: join(work, '_actions'),
    temp,
    home: join(temp, '_github_home'),
    workflow: join(temp, '_github_workflow'),
    fileCommands: join(temp, '_runner_file_commands'),
    tools: join(work, '_tool'),
    workspace: join(work, 'repo', 'repo'),
  };
}

/** Makes the folders under a runner's root, the temporary one empty. @param user whose they are, if not this process's */
export function layOutFolders(root: string, user?: User): JobFolders {
  const folders = foldersOf(root);
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

/**
 * What a job has left in the folders of its runner, as paths; not what the runner keeps there itself: the folders, empty, and the
 * actions that it has downloaded.
 */
export function leftInFolders(root: string): string[] {
  const { actions, ...folders } = foldersOf(root);
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
