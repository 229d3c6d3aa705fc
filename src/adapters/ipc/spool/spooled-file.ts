import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { TopoGcError } from '../../../domain/errors.ts';
import type { SpooledFile } from '../../../protocol/submission-schema.ts';
import { ownUser, UNFOLLOWED } from '../../files/own-file.ts';

const MOST_SPOOLED_BYTES = 1024 * 1024;

const unusable = (why: string) => new TopoGcError('invalid-submission', why);

/**
 * Reads a file of the spool: a plain file that belongs to this user or root, and is not too large.
 * @throws TopoGcError for what will never be taken; Error for what may be readable later
 */
export async function readSpoolFile(path: string): Promise<SpooledFile> {
  const file = await open(path, constants.O_RDONLY | UNFOLLOWED).catch((error) => {
    if (error.code === 'ELOOP') throw unusable('it is a link');
    // A socket, or a device that is not there.
    if (error.code === 'ENXIO') throw unusable('it is no plain file');
    throw error;
  });
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw unusable('it is no plain file');
    if (stats.uid !== ownUser() && stats.uid !== 0)
      throw unusable(`it belongs to the user ${stats.uid}, not to ${ownUser()}`);
    if (stats.size > MOST_SPOOLED_BYTES)
      throw new TopoGcError('too-large', `it is larger than ${MOST_SPOOLED_BYTES} bytes`);
    return { bytes: await file.readFile(), writtenMs: stats.mtimeMs };
  } finally {
    await file.close();
  }
}
