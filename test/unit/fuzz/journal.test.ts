import { readFile, rm, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FileJournal } from '../../../src/adapters/journal/file-journal.ts';
import { readJournal } from '../../../src/adapters/journal/journal-reading.ts';
import { encodeRecord, JOURNAL_HEAD } from '../../../src/adapters/journal/journal-record.ts';
import type { JournalEvent } from '../../../src/domain/ledger/journal-events.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { FUZZ_TIMEOUT_MS, fuzzLength, fuzzSeed, tellFuzz } from './fuzz-length.ts';
import { applyDamage, madeDamage } from './journal-damage.ts';
import { madeEvent } from './made-events.ts';

const JOURNALS = fuzzLength('TOPO_GC_FUZZ_JOURNALS', 300);

/** What is thrown where the head says that it is something else. */
const NO_JOURNAL = /begins with .*; this version reads/;

/** Neither begins with the head, nor is the beginning of one, with reserved space behind it. */
function isForeign(file: Buffer): boolean {
  const text = file.toString('latin1');
  return !text.startsWith(JOURNAL_HEAD) && !JOURNAL_HEAD.startsWith(text.replace(/\0+$/, ''));
}

async function write(path: string, events: readonly JournalEvent[], journal?: FileJournal): Promise<void> {
  const written = journal ?? (await FileJournal.create(path));
  await Promise.all(events.map((event, at) => written.append(event, at === events.length - 1)));
  await written.close();
}

/** Where each record ends. */
function endsOf(events: readonly JournalEvent[]): number[] {
  let end = JOURNAL_HEAD.length;
  return events.map((event) => {
    end += encodeRecord(event).length;
    return end;
  });
}

const events = fc.array(madeEvent, { maxLength: 20 });

test(`${JOURNALS} journals, whatever happens to them, keep what was before it, and can be gone on with`, {
  timeout: FUZZ_TIMEOUT_MS,
}, async () => {
  using folder = new TemporaryFolder();
  const path = folder.file('journal');
  const [seed, began] = [fuzzSeed(), performance.now()];
  const keepsAll = fc.asyncProperty(events, madeDamage, events, async (before, damage, after) => {
    await rm(path, { force: true });
    await write(path, before);
    const ends = endsOf(before);
    const written = ends.at(-1) ?? JOURNAL_HEAD.length;
    const damaged = applyDamage(await readFile(path), written, damage);
    await writeFile(path, damaged.file);
    if (damaged.from < JOURNAL_HEAD.length && isForeign(damaged.file)) {
      await expect(readJournal(path)).rejects.toThrow(NO_JOURNAL);
      await expect(FileJournal.reopen(path)).rejects.toThrow(NO_JOURNAL);
      return;
    }
    const read = await readJournal(path);
    const kept = ends.filter((end) => end <= damaged.from).length;
    expect(read.events.slice(0, kept)).toEqual(before.slice(0, kept));
    // A copy of whole records is taken for what it says; anything else is not taken at all.
    if (damage.kind !== 'duplicate') expect(read.events).toEqual(before.slice(0, read.events.length));
    const { journal, ...reopened } = await FileJournal.reopen(path);
    expect(reopened).toEqual(read);
    await write(path, after, journal);
    expect(await readJournal(path)).toEqual({ events: [...read.events, ...after] });
  });
  await fc.assert(keepsAll, { numRuns: JOURNALS, seed });
  tellFuzz(`${JOURNALS} journals`, seed, began);
});

test('bytes that are no journal are refused, or read as far as they are one', {
  timeout: FUZZ_TIMEOUT_MS,
}, async () => {
  using folder = new TemporaryFolder();
  const path = folder.file('journal');
  const seed = fuzzSeed();
  const bytes = fc.uint8Array({ maxLength: 2_000 });
  const readsOrRefuses = fc.asyncProperty(bytes, fc.boolean(), async (made, hasHead) => {
    await writeFile(path, hasHead ? Buffer.concat([Buffer.from(JOURNAL_HEAD), made]) : made);
    if (!hasHead && isForeign(Buffer.from(made))) await expect(readJournal(path)).rejects.toThrow(NO_JOURNAL);
    else expect((await readJournal(path)).events).toEqual([]);
  });
  await fc.assert(readsOrRefuses, { numRuns: JOURNALS, seed });
});
