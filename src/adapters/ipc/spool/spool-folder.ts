import { createHash } from 'node:crypto';
import { watch } from 'node:fs';
import { lstat, readdir, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describeError, TopoGcError } from '../../../domain/errors.ts';
import type { Spool } from '../../../domain/ports.ts';
import type { Submission } from '../../../domain/topology/submission.ts';
import { readSpooled, type SpooledFile } from '../../../protocol/submission-schema.ts';
import { ignoreMissing, isMissing } from '../../files/missing.ts';
import { checkOwnFolder } from '../../files/own-file.ts';
import { closedSpool } from './spool-end.ts';
import { readSpoolFile } from './spooled-file.ts';

const REJECTED = '.rejected';

/** The limit of a name, in bytes (`NAME_MAX`). */
const LONGEST_NAME = 255;

/** A name too long for the suffix becomes another one, always the same. */
const rejectedName = (file: string): string =>
  Buffer.byteLength(file + REJECTED) <= LONGEST_NAME
    ? file + REJECTED
    : createHash('sha256').update(file).digest('hex') + REJECTED;

interface SpoolFolderOptions {
  /** Where an earlier drain kept what it could not take. */
  readonly kept?: string;
  /** Called once if changes can't be watched, and the agent polls the folder instead. */
  readonly onUnwatched?: (error: unknown) => void;
}

/** The folder `TOPO_GC_SPOOL`: a submission in each `*.json`; `*.tmp` are not finished, `*.rejected` were not taken. */
export class SpoolFolder implements Spool {
  readonly #path: string;
  readonly #options: SpoolFolderOptions;
  /** The present place: another one after the close. */
  #current: string;
  /** The folder of each listed file. */
  #folderOf: ReadonlyMap<string, string> = new Map();

  constructor(path: string, options: SpoolFolderOptions = {}) {
    this.#path = path;
    this.#options = options;
    this.#current = path;
  }

  async list(): Promise<string[]> {
    const { kept } = this.#options;
    const folders = [this.#current, ...(kept === undefined ? [] : [kept])];
    const found = (await Promise.all(folders.map(filesIn))).flat().sort((a, b) => a.at - b.at);
    this.#folderOf = new Map(found.map(({ name, folder }) => [name, folder]));
    return found.map(({ name }) => name);
  }

  async read(file: string): Promise<Submission | undefined> {
    let read: SpooledFile;
    try {
      read = await readSpoolFile(this.#file(file));
    } catch (error) {
      ignoreMissing(error);
      return undefined;
    }
    try {
      return readSpooled(file, read);
    } catch (error) {
      if (error instanceof TopoGcError) throw error;
      throw new TopoGcError('invalid-submission', describeError(error));
    }
  }

  async taken(file: string): Promise<void> {
    await unlink(this.#file(file)).catch(ignoreMissing);
  }

  async reject(file: string): Promise<void> {
    await rename(this.#file(file), this.#file(file, rejectedName(file))).catch(ignoreMissing);
  }

  /** Renamed first, in one step: a client either finds the folder and its file is taken, or it finds none. */
  async close(): Promise<void> {
    const closed = closedSpool(this.#path);
    await rename(this.#path, closed).catch(ignoreMissing);
    this.#current = closed;
  }

  watch(signal: AbortSignal, onChange: () => void): void {
    const fail = (error: unknown) => this.#options.onUnwatched?.(error);
    try {
      watch(this.#path, { signal, persistent: false }, onChange).on('error', fail);
    } catch (error) {
      // If the agent missed the session's end, the folder may be gone: nothing comes there any more.
      if (!isMissing(error)) fail(error);
    }
  }

  #file(file: string, name = file): string {
    return join(this.#folderOf.get(file) ?? this.#current, name);
  }
}

/** @throws NotOwn if the folder belongs to another user; Error if it can't be read */
async function filesIn(folder: string) {
  const stats = await lstat(folder).catch(ignoreMissing);
  if (stats === undefined) return [];
  checkOwnFolder(folder, stats);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return Promise.all(names.map(async (name) => ({ name, folder, at: await changedAt(join(folder, name)) })));
}

/** In ms since the epoch; 0 if the file can't be looked at, which its reading reports. */
const changedAt = (path: string): Promise<number> =>
  lstat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
