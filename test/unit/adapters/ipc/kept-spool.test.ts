import {
  existsSync,
  mkdirSync,
  mkdtempDisposableSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { expect, test, vi } from 'vitest';
import { removeSpool } from '../../../../src/adapters/ipc/spool-end.ts';
import { TemporaryFolder } from '../../../temporary-folder.ts';

vi.mock('../../../../src/adapters/ipc/spooled-file.ts', () => ({
  readSpoolFile: () => Promise.reject(new Error('EMFILE: too many open files, open')),
}));

test('a file that can not be read for a moment waits for the next sweep too', async () => {
  using folder = new TemporaryFolder();
  const [spool, kept] = [folder.file('spool'), folder.file('kept')];
  mkdirSync(spool);
  for (const name of ['a.json', 'b.tmp', 'c.json.rejected']) writeFileSync(`${spool}/${name}`, name);
  await removeSpool(spool, kept);
  expect(readdirSync(kept)).toEqual(['a.json']);
  expect(readFileSync(`${kept}/a.json`, 'utf8')).toBe('a.json');
  expect([spool, `${spool}.closed`].map((path) => existsSync(path))).toEqual([false, false]);
});

test('where it would have to go to another disk, it stays where it is, and that is said', async () => {
  using folder = new TemporaryFolder();
  using elsewhere = mkdtempDisposableSync('/dev/shm/topo-gc-kept-');
  const spool = folder.file('spool');
  mkdirSync(spool);
  writeFileSync(`${spool}/a.json`, 'a');
  expect(statSync(elsewhere.path).dev).not.toBe(statSync(spool).dev);
  await expect(removeSpool(spool, elsewhere.path)).rejects.toThrow('EMFILE');
  expect(readdirSync(`${spool}.closed`)).toEqual(['a.json']);
  expect(readdirSync(elsewhere.path)).toEqual([]);
});
