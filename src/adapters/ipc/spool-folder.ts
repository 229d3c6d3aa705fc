import { type Dirent, watch } from 'node:fs';
import { readdir, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError, describeFault, TopoGcError } from '../../domain/errors.ts';
import type { Spool } from '../../domain/ports.ts';
import type { Rejection, Spooled } from '../../domain/spooled.ts';
import { readSpooled } from './submission-schema.ts';

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

const ignoreMissing = (error: unknown): void => {
  if (!isMissing(error)) throw error;
};

/** All that is wrong, in one line. */
const whyNot = (error: unknown): string =>
  error instanceof TopoGcError && error.faults.length > 0
    ? error.faults.map(describeFault).join('; ')
    : describeError(error);

/** The folder `TOPO_GC_SPOOL`: a submission in each `*.json`; `*.tmp` are not finished, `*.rejected` were not taken. */
export class SpoolFolder implements Spool {
  readonly #path: string;
  /** Where it is now: elsewhere once it is closed. */
  #current: string;

  constructor(path: string) {
    this.#path = path;
    this.#current = path;
  }

  async read(): Promise<{ spooled: Spooled[]; rejected: Rejection[] }> {
    const files = await this.#files();
    const spooled: Spooled[] = [];
    const rejected: Rejection[] = [];
    for (const file of files) {
      try {
        spooled.push({ file, submission: readSpooled(file, await readFile(join(this.#current, file))) });
      } catch (error) {
        if (isMissing(error)) continue;
        rejected.push({ file, error: whyNot(error) });
        await this.reject(file);
      }
    }
    return { spooled, rejected };
  }

  async taken(file: string): Promise<void> {
    await unlink(join(this.#current, file)).catch(ignoreMissing);
  }

  async reject(file: string): Promise<void> {
    await rename(join(this.#current, file), join(this.#current, `${file}.rejected`)).catch(ignoreMissing);
  }

  /** Renamed first, in one step: a client either finds the folder and is heard, or finds none. */
  async close(): Promise<void> {
    const closed = `${this.#path}.closed`;
    await rename(this.#path, closed).catch(ignoreMissing);
    this.#current = closed;
  }

  watch(signal: AbortSignal, onChange: () => void): void {
    try {
      watch(this.#path, { signal, persistent: false }, onChange).on('error', () => {});
    } catch (error) {
      // Of a session whose end was missed the folder may be gone: nothing comes there any more.
      ignoreMissing(error);
    }
  }

  async #files(): Promise<string[]> {
    const entries: Dirent[] = await readdir(this.#current, { withFileTypes: true }).catch((error) => {
      ignoreMissing(error);
      return [];
    });
    const names = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map(({ name }) => name);
    const times = await Promise.all(
      names.map(async (name) => ({
        name,
        at: (await stat(join(this.#current, name)).catch(() => undefined))?.mtimeMs ?? 0,
      })),
    );
    return times.sort((a, b) => a.at - b.at).map(({ name }) => name);
  }
}
