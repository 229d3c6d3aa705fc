import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSpool, spool } from '../../../../src/adapters/ipc/spool-file.ts';
import { SpoolFolder } from '../../../../src/adapters/ipc/spool-folder.ts';
import { TemporaryFolder } from '../../../temporary-folder.ts';

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
    const { spooled, rejected } = await new SpoolFolder(path).read();
    expect(rejected).toEqual([]);
    expect(spooled).toMatchObject([
      {
        submission: {
          id: 'lab',
          members: [{ ref: 'a' }],
          stopTimeoutMs: 2000,
          spoken: { clock: 'host', earliest: expect.any(Number) },
        },
      },
    ]);
  });

  test('finds no place where there is no spool any more', async () => {
    await expect(spool(temporary.file('gone'), { containers: ['a'] })).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
