import { lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OpenFolder, type Owner } from './open-folder.ts';
import { NotOwn, ownUser } from './own-file.ts';

/** The mode bits by which users other than the owner may access it. */
const OTHERS = 0o077;

/**
 * Gives a folder of root's, with all its content, to another user; links are given, not followed. The folder itself
 * goes last: until then nobody else can enter it.
 * @throws NotOwn if others could enter it, as they may put anything there
 */
export function giveFolder(path: string, owner: Owner): void {
  using folder = new OpenFolder(path);
  const { uid, mode } = folder.stats();
  if (uid !== ownUser() || (mode & OTHERS) !== 0)
    throw new NotOwn(`${path} is not a folder that only the user ${ownUser()} can enter`);
  giveAll(folder, owner);
}

function giveAll(folder: OpenFolder, owner: Owner): void {
  for (const entry of readdirSync(folder.path, { withFileTypes: true })) {
    const path = join(folder.path, entry.name);
    if (entry.isDirectory()) {
      using inner = new OpenFolder(path);
      giveAll(inner, owner);
    } else {
      lchownSync(path, owner.uid, owner.gid);
    }
  }
  folder.giveTo(owner);
}
