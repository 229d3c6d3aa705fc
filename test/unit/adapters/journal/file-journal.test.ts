import {
  appendFileSync,
  chownSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FileJournal } from '../../../../src/adapters/journal/file-journal.ts';
import { readJournal } from '../../../../src/adapters/journal/journal-reading.ts';
import type { JournalEvent } from '../../../../src/domain/ledger/journal-events.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const MIB = 1024 * 1024;

const event = (at: number): JournalEvent => ({ type: 'draining', at });

const events = (count: number) => Array.from({ length: count }, (_, at) => event(at));

let folder: TemporaryFolder;
let path: string;

beforeEach(() => {
  folder = new TemporaryFolder();
  path = folder.file('journal');
});
afterEach(() => folder[Symbol.dispose]());

async function write(...written: readonly JournalEvent[]): Promise<void> {
  const journal = await FileJournal.create(path);
  for (const each of written) await journal.append(each, true);
  await journal.close();
}

test('what is written one by one is read in that order', async () => {
  await write(...events(20));
  expect(await readJournal(path)).toEqual({ events: events(20) });
});

test('what arrives at the same time keeps its order, and shares its syncs', async () => {
  const handle = await open('/dev/null');
  const datasync = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'datasync');
  await handle.close();
  try {
    const journal = await FileJournal.create(path);
    await Promise.all(events(200).map((each, at) => journal.append(each, at % 2 === 0)));
    expect(datasync.mock.calls.length).toBeLessThan(10);
    expect(datasync.mock.calls.length).toBeGreaterThan(0);
    await journal.close();
  } finally {
    datasync.mockRestore();
  }
  expect(await readJournal(path)).toEqual({ events: events(200) });
});

test('closing writes what is under way', async () => {
  const journal = await FileJournal.create(path);
  const appended = Promise.all(events(50).map((each) => journal.append(each, false)));
  await journal.close();
  await appended;
  expect((await readJournal(path)).events).toHaveLength(50);
});

test('after it is closed, nothing is taken', async () => {
  const journal = await FileJournal.create(path);
  await journal.close();
  await expect(journal.append(event(1), true)).rejects.toThrow();
});

test('only its owner can read it, and space is reserved in it', async () => {
  await write(event(1));
  const { mode, size } = statSync(path);
  expect(mode & 0o777).toBe(0o600);
  expect(size).toBeGreaterThan(MIB);
  expect(readFileSync(path, 'latin1')).toMatch(
    /^topo-gc-journal 1\n[0-9a-f]{8} [0-9a-f]{8} \{[^\n]*\}\n\0+$/,
  );
});

test('there is one journal at a place', async () => {
  await write();
  await expect(FileJournal.create(path)).rejects.toMatchObject({ code: 'EEXIST' });
});

test('more than what is reserved can be written', async () => {
  const long: JournalEvent = {
    type: 'drained',
    at: 1,
    outcome: { leaks: [], unconfirmed: 'x'.repeat(MIB / 2) },
  };
  await write(long, long, long, long, event(5));
  expect((await readJournal(path)).events).toEqual([long, long, long, long, event(5)]);
});

describe('reopening', () => {
  test('goes on behind what is there', async () => {
    await write(event(1));
    const { journal, ...contents } = await FileJournal.reopen(path);
    expect(contents).toEqual({ events: [event(1)] });
    await journal.append(event(2), true);
    await journal.close();
    expect(await readJournal(path)).toEqual({ events: [event(1), event(2)] });
  });

  test('reports what is torn, and puts the next record in its place', async () => {
    await write(event(1));
    const torn = readFileSync(path).subarray(0, readFileSync(path).indexOf(0));
    writeFileSync(path, torn);
    appendFileSync(path, '0000001a 1234');
    const { journal, ...contents } = await FileJournal.reopen(path);
    expect(contents).toEqual({ events: [event(1)], damage: `the record at byte ${torn.length} is cut off` });
    await journal.append(event(2), true);
    await journal.close();
    expect(await readJournal(path)).toEqual({ events: [event(1), event(2)] });
  });
});

describe('a journal that was never begun whole is an empty one, and is gone on with', () => {
  test.each([
    ['empty', ''],
    ['its head is cut off', 'topo-gc-jou'],
    ['its head is cut off, in space that was reserved', `topo-gc-jou${'\0'.repeat(5000)}`],
    ['only reserved', '\0'.repeat(5000)],
  ])('%s', async (_, content) => {
    writeFileSync(path, content);
    const nothing = { events: [], damage: 'its head is cut off' };
    expect(await readJournal(path)).toEqual(nothing);
    const { journal, ...contents } = await FileJournal.reopen(path);
    expect(contents).toEqual(nothing);
    await journal.append(event(1), true);
    await journal.close();
    expect(await readJournal(path)).toEqual({ events: [event(1)] });
  });
});

test('what a killed process has left beside it does not count, and goes', async () => {
  writeFileSync(`${path}.new`, 'topo-gc-journal 1\nhalf of a snap');
  await write(event(1));
  writeFileSync(`${path}.new`, 'topo-gc-journal 1\nhalf of a snap');
  const { journal, events: read } = await FileJournal.reopen(path);
  expect(read).toEqual([event(1)]);
  expect(existsSync(`${path}.new`)).toBe(false);
  await journal.close();
});

test('a link in its place is not followed, and another user’s file does not count', async () => {
  using elsewhere = new TemporaryFolder();
  await write(event(1));
  renameSync(path, elsewhere.file('journal'));
  symlinkSync(elsewhere.file('journal'), path);
  await expect(FileJournal.reopen(path)).rejects.toThrow('ELOOP');
  await expect(readJournal(path)).rejects.toThrow('ELOOP');
  rmSync(path);
  if (process.geteuid?.() !== 0) return;
  copyFileSync(elsewhere.file('journal'), path);
  chownSync(path, 65_534, 65_534);
  const words = `${path} belongs to the user 65534, not to 0`;
  await expect(FileJournal.reopen(path)).rejects.toThrow(words);
  await expect(readJournal(path)).rejects.toThrow(words);
});

test.each([
  [
    'of a later version',
    'topo-gc-journal 2\n',
    /begins with "topo-gc-journal 2"; this version reads "topo-gc-journal 1"/,
  ],
  ['of something else', '{"hello": "world", "more": 1}\n', /this version reads "topo-gc-journal 1"/],
])('a file %s is refused, and left as it is', async (_, content, words) => {
  writeFileSync(path, content);
  await expect(FileJournal.reopen(path)).rejects.toThrow(words);
  await expect(readJournal(path)).rejects.toThrow(words);
  expect(readFileSync(path, 'utf8')).toBe(content);
});
