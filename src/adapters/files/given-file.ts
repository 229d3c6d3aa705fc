import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** A file that somebody else may have written, as from another machine. */
export interface GivenFile {
  /** Equal for two paths of the same file. */
  readonly identity: string;
  readonly text: string;
}

/** Why a path can't be read; the text follows the path. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
}

/** More does not fit into the memory of one process, beside what is made of it. */
const MOST_BYTES = 128 * 1024 * 1024;

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not there',
  EACCES: 'may not be read by this user',
  ELOOP: 'is a link to itself',
};

/** Reads a plain file that a user names; it may belong to anybody, and may be a link. @throws NotReadable */
export async function readGivenFile(path: string): Promise<GivenFile> {
  try {
    // A pipe would keep this process waiting for a writer.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = await file.stat();
    if (stats.isDirectory()) throw new NotReadable('is a folder');
    if (!stats.isFile()) throw new NotReadable('is no plain file');
    if (stats.size > MOST_BYTES) throw new NotReadable(`has more than ${MOST_BYTES} bytes`);
    return { identity: `${stats.dev}:${stats.ino}`, text: await file.readFile('utf8') };
  } catch (error) {
    if (error instanceof NotReadable) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new NotReadable(WHY[code] ?? `can not be read (${message})`);
  }
}
