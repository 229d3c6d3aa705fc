import { rootOf, whyNoWay, whyOutside } from '../../../domain/kinds/host-paths.ts';
import { HostError } from '../../../domain/ports.ts';
import { toHostError, unlessGone } from './host-errors.ts';
import { OpenEntry } from './open-entry.ts';

/** Where paths may be removed, and which owners of the folders above are trusted. */
export interface PathRules {
  readonly roots: readonly string[];
  /** Uids: root, and the user that runs the agent. */
  readonly owners: readonly number[];
}

/**
 * Goes from `/` to the folder that holds a path, folder by folder. Holds each before it looks up the next one in it,
 * and checks each. Below the root of the rules, crosses no mount.
 * @returns `undefined` if a part of the way is missing
 * @throws HostError
 */
export async function openFolderOf(path: string, rules: PathRules): Promise<OpenEntry | undefined> {
  const why = whyOutside(path, rules.roots);
  if (why !== undefined) throw new HostError('refused', why);
  const root = rootOf(path, rules.roots) ?? '';
  let at = '';
  let above: OpenEntry | undefined;
  let here = await OpenEntry.top();
  try {
    checkFolder(here, '/', root, rules);
    for (const name of path.slice(1).split('/').slice(0, -1)) {
      at = `${at}/${name}`;
      const next = await unlessGone(here.child(name));
      above = here;
      if (next === undefined) return await close(here);
      here = next;
      await close(above);
      checkFolder(here, at, root, rules);
      if (!here.stat.isDirectory()) return await close(here);
      if (at.length > root.length && !here.isOnMountOf(above))
        throw new HostError(
          'refused',
          `${at}, on the way to it, is a mount, and the agent crosses none below ${root}`,
        );
    }
    return here;
  } catch (error) {
    await close(here);
    throw toHostError(error, at || '/');
  }
}

async function close(entry: OpenEntry): Promise<undefined> {
  await entry[Symbol.asyncDispose]();
}

function checkFolder({ stat }: OpenEntry, path: string, root: string, { owners }: PathRules): void {
  const why = whyNoWay(
    {
      path,
      isLink: stat.isSymbolicLink(),
      owner: Number(stat.uid),
      mode: Number(stat.mode) & 0o7777,
      isAboveRoot: path.length < root.length,
    },
    owners,
  );
  if (why !== undefined) throw new HostError('refused', why);
}
