import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import type { Journal } from '../../domain/ports.ts';
import { isThere } from '../files/missing.ts';
import { checkOwnFile, UNFOLLOWED } from '../files/own-file.ts';
import { syncFolder, writeWhole } from './durable-write.ts';
import { type JournalContents, readAll } from './journal-reading.ts';
import { encodeRecord, JOURNAL_HEAD } from './journal-record.ts';
import { ReservedFile } from './reserved-file.ts';

const HEAD = Buffer.from(JOURNAL_HEAD);

/**
 * The place where the next journal is made before it replaces this one. A process that is killed meanwhile leaves a
 * file there, which does not count.
 */
const besideOf = (path: string): string => `${path}.new`;

interface Waiting {
  readonly record: Buffer;
  readonly sync: boolean;
  /** Replaces all records before it. */
  readonly isNewBeginning: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A journal in a file of its own. Records that arrive during a write go out together in the next one. */
export class FileJournal implements Journal {
  readonly #path: string;
  #file: ReservedFile;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;

  private constructor(path: string, file: ReservedFile) {
    this.#path = path;
    this.#file = file;
  }

  /**
   * Begins a journal, readable by its owner only: in a file beside, which takes the journal's place when it is whole.
   * @throws Error `EEXIST` if there is one
   */
  static async create(path: string): Promise<FileJournal> {
    const file = await openBeside(path);
    try {
      await writeWhole(file, HEAD, 0);
      const reserved = new ReservedFile(file, HEAD.length);
      await reserved.reserve(0);
      await file.sync();
      if (isThere(path))
        throw Object.assign(new Error(`EEXIST: there is a journal at ${path}`), { code: 'EEXIST' });
      await rename(besideOf(path), path);
      await syncFolder(path);
      return new FileJournal(path, reserved);
    } catch (error) {
      await file.close();
      await rm(besideOf(path), { force: true });
      throw error;
    }
  }

  /**
   * Opens a journal to continue it after its whole records. A journal without a whole beginning begins now.
   * @throws NotOwn; Error if it is of another version, or no journal
   */
  static async reopen(path: string): Promise<JournalContents & { readonly journal: FileJournal }> {
    const file = await open(path, constants.O_RDWR | UNFOLLOWED);
    try {
      checkOwnFile(path, await file.stat());
      await rm(besideOf(path), { force: true });
      const { end, isBegun, ...contents } = await readAll(file, path);
      await file.truncate(isBegun ? end : 0);
      if (!isBegun) await writeWhole(file, HEAD, 0);
      const reserved = new ReservedFile(file, end);
      await reserved.reserve(0);
      return { ...contents, journal: new FileJournal(path, reserved) };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get size(): number {
    return this.#file.end;
  }

  append(event: JournalEvent, sync: boolean): Promise<void> {
    return this.#enqueue(event, { sync, isNewBeginning: false });
  }

  compact(event: JournalEvent): Promise<void> {
    return this.#enqueue(event, { sync: true, isNewBeginning: true });
  }

  /** Finishes the current write, and closes. */
  async close(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
  }

  #enqueue(event: JournalEvent, how: Pick<Waiting, 'sync' | 'isNewBeginning'>): Promise<void> {
    const record = encodeRecord(event);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, ...how, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch();
      try {
        const [first] = batch;
        if (first?.isNewBeginning) await this.#beginAnew(first.record);
        else await this.#write(batch);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    // In the same turn as the last look at the waiting records: a later record starts a new flush.
    this.#flushing = undefined;
  }

  /** All waiting records up to a new beginning, which goes alone. */
  #nextBatch(): Waiting[] {
    const beginning = this.#waiting.findIndex(({ isNewBeginning }) => isNewBeginning);
    return this.#waiting.splice(0, beginning < 0 ? this.#waiting.length : Math.max(1, beginning));
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    const records = Buffer.concat(batch.map(({ record }) => record));
    await this.#file.append(
      records,
      batch.some(({ sync }) => sync),
    );
  }

  /** Writes a file beside this one, and replaces this one only when that file is on disk. */
  async #beginAnew(record: Buffer): Promise<void> {
    const beside = besideOf(this.#path);
    const file = await openBeside(this.#path);
    const next = new ReservedFile(file, HEAD.length);
    try {
      await next.reserve(record.length);
      await writeWhole(file, HEAD, 0);
      await next.append(record, false);
      await file.sync();
      await rename(beside, this.#path);
      await this.#file.close();
      this.#file = next;
    } catch (error) {
      if (this.#file !== next) await file.close();
      await rm(beside, { force: true });
      throw error;
    }
    await syncFolder(this.#path);
  }
}

/** Always a new file, never the target of a link. */
async function openBeside(path: string): Promise<FileHandle> {
  await rm(besideOf(path), { force: true });
  return open(besideOf(path), 'wx+', 0o600);
}
