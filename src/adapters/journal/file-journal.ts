import { constants } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import type { Journal } from '../../domain/ports.ts';
import { isThere } from '../files/missing.ts';
import { checkOwnFile, UNFOLLOWED } from '../files/own-file.ts';
import { syncFolder, writeWhole } from './durable-write.ts';
import { type JournalContents, readAll } from './journal-reading.ts';
import { encodeRecord, JOURNAL_HEAD } from './journal-record.ts';

/** Space is reserved in pieces of this many bytes, so that a full disk does not stop the journal. */
const RESERVE = 1024 * 1024;

/** A single piece of the reserved size would stay in the memory of the process. */
const ZEROS = Buffer.alloc(64 * 1024);

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
  #file: FileHandle;
  #end: number;
  #reserved: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;

  private constructor(path: string, file: FileHandle, end: number, reserved = end) {
    this.#path = path;
    this.#file = file;
    this.#end = end;
    this.#reserved = reserved;
  }

  /**
   * Begins a journal, readable by its owner only: in a file beside, which takes the journal's place when it is whole.
   * @throws Error `EEXIST` if there is one
   */
  static async create(path: string): Promise<FileJournal> {
    const file = await openBeside(path);
    try {
      const journal = new FileJournal(path, file, HEAD.length);
      await writeWhole(file, HEAD, 0);
      await journal.#reserve(0);
      await file.sync();
      if (isThere(path))
        throw Object.assign(new Error(`EEXIST: there is a journal at ${path}`), { code: 'EEXIST' });
      await rename(besideOf(path), path);
      await syncFolder(path);
      return journal;
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
      const journal = new FileJournal(path, file, end);
      if (!isBegun) await writeWhole(file, HEAD, 0);
      await journal.#reserve(0);
      return { ...contents, journal };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get size(): number {
    return this.#end;
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
    if (this.#end + records.length > this.#reserved) await this.#reserve(records.length);
    await writeWhole(this.#file, records, this.#end);
    if (batch.some(({ sync }) => sync)) await this.#file.datasync();
    this.#end += records.length;
  }

  /** Writes a file beside this one, and replaces this one only when that file is on disk. */
  async #beginAnew(record: Buffer): Promise<void> {
    const beside = besideOf(this.#path);
    const file = await openBeside(this.#path);
    try {
      const next = new FileJournal(beside, file, HEAD.length);
      await next.#reserve(record.length);
      await writeWhole(file, Buffer.concat([HEAD, record]), 0);
      await file.sync();
      await rename(beside, this.#path);
      await this.#file.close();
      this.#file = file;
      this.#end = HEAD.length + record.length;
      this.#reserved = next.#reserved;
    } catch (error) {
      if (this.#file !== file) await file.close();
      await rm(beside, { force: true });
      throw error;
    }
    await syncFolder(this.#path);
  }

  /** If no more space can be reserved, the reserved space is still used. */
  async #reserve(bytes: number): Promise<void> {
    const target = this.#end + bytes + RESERVE;
    // If an earlier reservation failed, records stand beyond the reserved space.
    const from = Math.max(this.#reserved, this.#end);
    try {
      for (let at = from; at < target; at += ZEROS.length)
        await writeWhole(this.#file, ZEROS.subarray(0, target - at), at);
      await this.#file.sync();
      this.#reserved = target;
    } catch {
      // A record that needs more space than there is fails at its own write.
    }
  }
}

/** Always a new file, never the target of a link. */
async function openBeside(path: string): Promise<FileHandle> {
  await rm(besideOf(path), { force: true });
  return open(besideOf(path), 'wx+', 0o600);
}
