import {
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OpenFolder } from '../../../../../src/adapters/files/open-folder.ts';
import { makeSpool, spool } from '../../../../../src/adapters/ipc/spool/spool-file.ts';
import { SpoolFolder } from '../../../../../src/adapters/ipc/spool/spool-folder.ts';
import { TemporaryFolder } from '../../../../support/temporary-folder.ts';

let temporary: TemporaryFolder;
let path: string;

beforeEach(async () => {
  temporary = new TemporaryFolder();
  path = temporary.file('spool');
  await makeSpool(path);
});
afterEach(() => temporary[Symbol.dispose]());

test('only its owner can enter it', () => {
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

describe('what a client leaves', () => {
  test('is whole, its owner’s, and says when', async () => {
    const before = Date.now();
    await spool(path, { id: 'lab', containers: ['a'] });
    const [name = '', ...others] = readdirSync(path);
    expect(others).toEqual([]);
    expect(name).toMatch(/^[0-9a-f-]{36}\.json$/);
    expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
    const { submittedAt, ...submission } = JSON.parse(readFileSync(join(path, name), 'utf8'));
    expect(submission).toEqual({ id: 'lab', containers: ['a'] });
    expect(Date.parse(submittedAt)).toBeGreaterThanOrEqual(before);
  });

  test('is read as what the socket takes', async () => {
    await spool(path, { id: 'lab', containers: ['a'], stopTimeout: '2s' });
    const folder = new SpoolFolder(path);
    const [file = '', ...others] = await folder.list();
    expect(others).toEqual([]);
    expect(await folder.read(file)).toMatchObject({
      id: 'lab',
      members: [{ ref: 'a' }],
      stopTimeoutMs: 2000,
      spoken: { clock: 'host', earliest: expect.any(Number) },
    });
  });

  test('finds no place where there is no spool any more', async () => {
    await expect(spool(temporary.file('gone'), { containers: ['a'] })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  test('is not lost in a spool that is closed meanwhile: the client is told', async () => {
    const closed = `${path}.closed`;
    const { sync } = OpenFolder.prototype;
    const syncing = vi.spyOn(OpenFolder.prototype, 'sync').mockImplementation(function (this: OpenFolder) {
      renameSync(path, closed);
      sync.call(this);
    });
    try {
      await expect(spool(path, { containers: ['a'] })).rejects.toMatchObject({ code: 'ENOENT' });
    } finally {
      syncing.mockRestore();
    }
    expect(readdirSync(closed)).toEqual([]);
  });
});

describe.runIf(process.geteuid?.() === 0)('of root’s client', () => {
  const NOBODY = 65_534;

  test('what it leaves is the owner’s of the folder', async () => {
    chownSync(path, NOBODY, NOBODY);
    await spool(path, { containers: ['a'] });
    const [name = ''] = readdirSync(path);
    expect(statSync(join(path, name))).toMatchObject({ uid: NOBODY, gid: NOBODY });
  });

  test('nothing becomes another’s, or comes into another folder, by a link in its place', async () => {
    const system = temporary.file('system');
    mkdirSync(system);
    chownSync(system, NOBODY, NOBODY);
    rmSync(path, { recursive: true });
    symlinkSync(system, path);
    await expect(spool(path, { containers: ['a'] })).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(readdirSync(system)).toEqual([]);
  });
});
