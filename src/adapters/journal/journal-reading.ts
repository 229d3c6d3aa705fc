import { type FileHandle, open } from 'node:fs/promises';
import type { JournalEvent } from '../../domain/journal-events.ts';
import { decodeRecords, JOURNAL_HEAD } from './journal-record.ts';

/** What a journal holds. */
export interface JournalContents {
  readonly events: readonly JournalEvent[];
  /** What is wrong behind the last event; absent where nothing is. */
  readonly damage?: string;
}

/** Reads a journal that nobody goes on with. @throws Error where it is of another version, or no journal */
export async function readJournal(path: string): Promise<JournalContents> {
  const file = await open(path, 'r');
  try {
    const { end: _, ...contents } = await readAll(file, path);
    return contents;
  } finally {
    await file.close();
  }
}

/** Reads all of an open journal; `end` is where the next record goes. @throws as `readJournal` */
export async function readAll(file: FileHandle, path: string) {
  const bytes = await file.readFile();
  const head = bytes.toString('latin1', 0, JOURNAL_HEAD.length);
  if (head !== JOURNAL_HEAD) {
    const line = JSON.stringify(head.split('\n', 1)[0]);
    throw new Error(`${path} begins with ${line}; this version reads ${JSON.stringify(JOURNAL_HEAD.trim())}`);
  }
  return decodeRecords(bytes, JOURNAL_HEAD.length);
}
