import { readFile } from 'node:fs/promises';
import { hasCode } from './host-errors.ts';
import { OpenEntry } from './open-entry.ts';

/** A blank, a line break and the like in a path, as the kernel writes them (proc(5)). */
const ESCAPED = /\\([0-7]{3})/g;

/**
 * A mount below a path, also one on a single file, which a listing of names does not show; `undefined` if there is
 * none, or another mount hides it.
 * @returns its path below that path
 */
export async function mountBelow(path: string): Promise<string | undefined> {
  for (const line of (await readFile('/proc/self/mountinfo', 'utf8')).split('\n')) {
    const [id = '', , , , escaped = ''] = line.split(' ');
    const place = escaped.replace(ESCAPED, (_, digits) => String.fromCharCode(Number.parseInt(digits, 8)));
    if (place.startsWith(`${path}/`) && (await isReached(place, id))) return place.slice(path.length + 1);
  }
  return undefined;
}

/** Whether a path leads to that mount; true if nobody may see it. */
async function isReached(place: string, mountId: string): Promise<boolean> {
  try {
    await using entry = await OpenEntry.at(place);
    return entry.mountId === mountId;
  } catch (error) {
    return !hasCode(error, 'ENOENT', 'ENOTDIR');
  }
}
