import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LogFiles } from '../../domain/ports.ts';

/** Enough digits to tell apart containers that had the same name one after the other. */
const ID_DIGITS = 12;

/** Files in a folder that is made with the first of them; only its owner can read them. */
export const logFilesIn = (folder: string): LogFiles => ({
  async write({ name, id }, chunks, signal) {
    await mkdir(folder, { mode: 0o700, recursive: true });
    const file = join(folder, `${name.replaceAll(/[^\w.-]/g, '_')}-${id.slice(0, ID_DIGITS)}.log`);
    try {
      await pipeline(chunks, createWriteStream(file, { mode: 0o600 }), { signal });
      return { file, isWhole: true };
    } catch (error) {
      if (!signal.aborted) throw error;
      return { file, isWhole: false };
    }
  },
});
