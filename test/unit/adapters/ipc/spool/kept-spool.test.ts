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
import { removeSpool } from '../../../../../src/adapters/ipc/spool/spool-end.ts';
import { clearWorkplace } from '../../../../../src/session/tidy-up.ts';
import { planWorkplace } from '../../../../../src/session/workplace.ts';
import { TemporaryFolder } from '../../../../support/temporary-folder.ts';

vi.mock('../../../../../src/adapters/ipc/spool/spooled-file.ts', () => ({
  readSpoolFile: async (path: string) => {
    if (path.endsWith('/good.json')) return { bytes: Buffer.from('good'), writtenMs: 0 };
    throw new Error('EMFILE: too many open files, open');
  },
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
  for (const name of ['a.json', 'good.json', 'z.json']) writeFileSync(`${spool}/${name}`, name);
  expect(statSync(elsewhere.path).dev).not.toBe(statSync(spool).dev);
  await expect(removeSpool(spool, elsewhere.path)).rejects.toThrow(
    /a\.json stays: EMFILE.*; .*z\.json stays: EMFILE/,
  );
  expect(readdirSync(`${spool}.closed`)).toContain('a.json');
  expect(readdirSync(elsewhere.path)).toEqual(['good.json']);
});

test.each([true, false])(
  'the socket and the command go even so, the state waits: own folder %j',
  async (isOwn) => {
    using folder = new TemporaryFolder();
    using elsewhere = mkdtempDisposableSync('/dev/shm/topo-gc-kept-');
    const workplace = planWorkplace(folder.path, { TOPO_GC_STATE: elsewhere.path }, isOwn);
    for (const path of [workplace.spool, workplace.commands, workplace.state.path])
      mkdirSync(path, { recursive: true, mode: 0o700 });
    for (const path of [workplace.socket, `${workplace.spool}/a.json`]) writeFileSync(path, '');
    await expect(clearWorkplace(workplace, { isDone: false })).rejects.toThrow('a.json stays: EMFILE');
    expect(existsSync(workplace.socket)).toBe(false);
    expect(existsSync(workplace.commands)).toBe(false);
    expect(existsSync(`${workplace.spool}.closed/a.json`)).toBe(true);
    expect(existsSync(workplace.state.path)).toBe(true);
  },
);
