import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterruption } from './interruption.ts';

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

/** Makes a folder that goes when it is disposed of, or when this process is told to end. */
export async function temporaryFolder(name: string, parent: string = tmpdir()): Promise<TemporaryFolder> {
  const folder = await mkdtempDisposable(join(parent, `${name}-`));
  const registration = onInterruption(() => folder.remove());
  return {
    path: folder.path,
    [Symbol.asyncDispose]: async () => {
      using _registration = registration;
      await folder.remove();
    },
  };
}
