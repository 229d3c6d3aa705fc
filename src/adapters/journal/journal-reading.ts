import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { JournalEvent } from '../../domain/ledger/journal-events.ts';
import { checkOwnFile, UNFOLLOWED } from '../files/own-file.ts';
import { decodeRecords, JOURNAL_HEAD } from './journal-record.ts';

/** The content of a journal. */
export interface JournalContents {
  readonly events: readonly JournalEvent[];
  /** What is wrong after the last event; absent if nothing is. */
  readonly damage?: string;
}

/** Reads a journal without continuing it. @throws NotOwn; Error if it is of another version, or no journal */
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
 * Reads all of an open journal; `end` is the place of the next record. If the journal's maker was killed or had no
 * room, only the beginning of the head is there, and `isBegun` is false.
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

/** Only zeros follow this position. */
function endOf(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}
