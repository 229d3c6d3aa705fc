import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StateFolder } from './state-folder.ts';

/** The folders of all agents under a root, whatever became of them. */
export function stateFolders(root: string): StateFolder[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => new StateFolder(join(root, name)));
  } catch {
    return []; // Nobody has been here, or it is another user's.
  }
}

/** ms since the epoch; `undefined` where there is no such file, or another user's folder is not to be looked into. */
export function changedAt(path: string): number | undefined {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}
