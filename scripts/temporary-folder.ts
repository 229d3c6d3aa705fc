import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterruption } from './interruption.ts';

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

const PRIVATE = 0o700;

/** Makes a folder that goes when it is disposed of, or when this process is told to end. */
export async function temporaryFolder(name: string, parent: string = tmpdir()): Promise<TemporaryFolder> {
  const path = join(parent, `${name}-${randomBytes(4).toString('hex')}`);
  const remove = () => rm(path, { recursive: true, force: true, maxRetries: 3 });
  // First, and both at once: a signal in between would leave the folder.
  const registration = onInterruption(remove);
  try {
    mkdirSync(path, { mode: PRIVATE });
  } catch (error) {
    registration[Symbol.dispose]();
    throw error;
  }
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      using _registration = registration;
      await remove();
    },
  };
}
