import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OpenFolder } from './open-folder.ts';
import { NotOwn, ownUser } from './own-file.ts';

/**
 * Makes a folder that only its owner can enter, and its missing parents. If root makes a folder, it becomes that of its
 * parent's owner: a job container's root is not the runner's user, who comes next.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (ownUser() !== 0) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return;
  }
  makeFolder(dirname(path));
  try {
    makeForOwnerOf(dirname(path), basename(path));
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path)) throw error;
  }
}

/** The folder gets its name after its owner: if a process is killed in between, the next one finishes the work. */
function makeForOwnerOf(parent: string, name: string): void {
  using above = new OpenFolder(parent);
  const making = join(above.path, `.${name}.making`);
  mkdirSync(making, { recursive: true, mode: 0o700 });
  {
    using made = new OpenFolder(making);
    const isEmpty = readdirSync(made.path).length === 0;
    if (!isEmpty) throw new NotOwn(`${join(parent, `.${name}.making`)} is not empty`);
    made.giveTo(above.stats());
  }
  renameSync(making, join(above.path, name));
}
