import { lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OpenFolder, type Owner } from './open-folder.ts';
import { NotOwn, ownUser } from './own-file.ts';

/** May read or write it beside its owner. */
const OTHERS = 0o077;

/**
 * Gives a folder of root's, with all that is in it, to somebody else; links are given, not followed. As long as anything
 * in it is named, nobody else can enter it: the folder itself is given last.
 * @throws NotOwn where others could enter it, as what they put there may be anything
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
