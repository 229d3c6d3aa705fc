import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import { checkOwnFile, UNFOLLOWED } from '../files/own-file.ts';
import { decodeRecords, JOURNAL_HEAD } from './journal-record.ts';

/** What a journal holds. */
export interface JournalContents {
  readonly events: readonly JournalEvent[];
  /** What is wrong behind the last event; absent where nothing is. */
  readonly damage?: string;
}

/** Reads a journal that nobody goes on with. @throws NotOwn; Error where it is of another version, or no journal */
export async function readJournal(path: string): Promise<JournalContents> {
  const file = await open(path, constants.O_RDONLY | UNFOLLOWED);
  try {
    checkOwnFile(path, await file.stat());
    const { end: _, isBegun: __, ...contents } = await readAll(file, path);
    return contents;
  } finally {
    await file.close();
  }
}

/**
 * Reads all of an open journal; `end` is where the next record goes. Of one that whoever made it could not begin whole, as it
 * was killed or had no room, nothing is there but the beginning of the head, and `isBegun` is false.
 * @throws as `readJournal`
 */
export async function readAll(file: FileHandle, path: string) {
  const bytes = await file.readFile();
  const head = bytes.toString('latin1', 0, JOURNAL_HEAD.length);
  if (head === JOURNAL_HEAD) return { ...decodeRecords(bytes, JOURNAL_HEAD.length), isBegun: true };
  const written = bytes.subarray(0, endOf(bytes)).toString('latin1');
  if (JOURNAL_HEAD.startsWith(written))
    return { events: [], end: JOURNAL_HEAD.length, damage: 'its head is cut off', isBegun: false };
  const line = JSON.stringify(head.split('\n', 1)[0]);
  throw new Error(`${path} begins with ${line}; this version reads ${JSON.stringify(JOURNAL_HEAD.trim())}`);
}

/** Behind it there is nothing but zeros. */
function endOf(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}
