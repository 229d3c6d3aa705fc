import { type FileHandle, open } from 'node:fs/promises';
import type { JournalEvent } from '../../domain/journal-events.ts';
import type { Journal } from '../../domain/ports.ts';
import { decodeRecords, encodeRecord, JOURNAL_HEAD } from './journal-record.ts';

/** Space is reserved in pieces of that many bytes, so that a disk that fills up does not stop the journal. */
const RESERVE = 1024 * 1024;

interface Waiting {
  readonly record: Buffer;
  readonly sync: boolean;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What a journal holds. */
export interface JournalContents {
  readonly events: readonly JournalEvent[];
  /** What is wrong behind the last event; absent where nothing is. */
  readonly damage?: string;
}

/** A journal in a file of its own. What arrives while a write is under way goes out together with the next one. */
export class FileJournal implements Journal {
  readonly #file: FileHandle;
  #end: number;
  #reserved: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> | undefined;

  private constructor(file: FileHandle, end: number, reserved: number) {
    this.#file = file;
    this.#end = end;
    this.#reserved = reserved;
  }

  /** Begins a journal, readable by its owner only. @throws Error `EEXIST` where there is one */
  static async create(path: string): Promise<FileJournal> {
    const file = await open(path, 'wx+', 0o600);
    const head = Buffer.from(JOURNAL_HEAD);
    await file.write(head, 0, head.length, 0);
    const journal = new FileJournal(file, head.length, head.length);
    await journal.#reserve(0);
    return journal;
  }

  /**
   * Opens a journal to go on with it: behind what is whole.
   * @throws Error where it is of another version, or no journal
   */
  static async reopen(path: string): Promise<JournalContents & { readonly journal: FileJournal }> {
    const file = await open(path, 'r+');
    try {
      const { end, ...contents } = await read(file, path);
      await file.truncate(end);
      return { ...contents, journal: new FileJournal(file, end, end) };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  append(event: JournalEvent, sync: boolean): Promise<void> {
    const record = encodeRecord(event);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, sync, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  /** Writes what is under way, and closes. */
  async close(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const records = Buffer.concat(batch.map(({ record }) => record));
        if (this.#end + records.length > this.#reserved) await this.#reserve(records.length);
        await writeWhole(this.#file, records, this.#end);
        if (batch.some(({ sync }) => sync)) await this.#file.datasync();
        this.#end += records.length;
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    // In the same turn as the last look at what waits: whatever comes later starts a new one.
    this.#flushing = undefined;
  }

  /** Where no more can be had, what is reserved is still written to. */
  async #reserve(bytes: number): Promise<void> {
    const target = this.#end + bytes + RESERVE;
    // Where nothing could be reserved before, records stand beyond what is.
    const from = Math.max(this.#reserved, this.#end);
    try {
      await writeWhole(this.#file, Buffer.alloc(target - from), from);
      await this.#file.sync();
      this.#reserved = target;
    } catch {
      // What needs more than there is fails when it is written itself.
    }
  }
}

/** A file that can't grow any more takes a part of what it is given, and no error tells (write(2)). */
async function writeWhole(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}

/** Reads a journal that nobody goes on with. @throws Error where it is of another version, or no journal */
export async function readJournal(path: string): Promise<JournalContents> {
  const file = await open(path, 'r');
  try {
    const { end: _, ...contents } = await read(file, path);
    return contents;
  } finally {
    await file.close();
  }
}

async function read(file: FileHandle, path: string) {
  const bytes = await file.readFile();
  const head = bytes.toString('latin1', 0, JOURNAL_HEAD.length);
  if (head !== JOURNAL_HEAD) {
    const line = JSON.stringify(head.split('\n', 1)[0]);
    throw new Error(`${path} begins with ${line}; this version reads ${JSON.stringify(JOURNAL_HEAD.trim())}`);
  }
  return decodeRecords(bytes, JOURNAL_HEAD.length);
}
