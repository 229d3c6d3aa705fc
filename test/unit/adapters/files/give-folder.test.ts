import { chmodSync, chownSync, lstatSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { giveFolder } from '../../../../src/adapters/files/give-folder.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };

/** A folder of root's with a file, a folder and a link to something else of root's. */
function madeFolder(temporary: TemporaryFolder): string {
  const path = temporary.file('made');
  mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 });
  writeFileSync(join(path, 'logs', 'web.log'), '');
  writeFileSync(temporary.file('system'), '');
  symlinkSync(temporary.file('system'), join(path, 'link'));
  return path;
}

const ownerOf = (path: string) => lstatSync(path).uid;

describe.runIf(process.geteuid?.() === 0)('what root gives away', () => {
  test('is all of it, and nothing that a link leads to', () => {
    using temporary = new TemporaryFolder();
    const path = madeFolder(temporary);
    giveFolder(path, NOBODY);
    const all = ['', 'logs', 'logs/web.log', 'link'].map((name) => ownerOf(join(path, name)));
    expect(all).toEqual(Array(4).fill(NOBODY.uid));
    expect(statSync(temporary.file('system')).uid).toBe(0);
  });

  test('is nothing where the folder is a link, or another’s, or others can enter it', () => {
    using temporary = new TemporaryFolder();
    const path = madeFolder(temporary);
    symlinkSync(path, temporary.file('swapped'));
    expect(() => giveFolder(temporary.file('swapped'), NOBODY)).toThrow('ENOTDIR');
    chmodSync(path, 0o770);
    expect(() => giveFolder(path, NOBODY)).toThrow('is not a folder that only the user 0 can enter');
    chmodSync(path, 0o700);
    chownSync(path, 1, 1);
    expect(() => giveFolder(path, NOBODY)).toThrow('is not a folder that only the user 0 can enter');
    expect(ownerOf(join(path, 'logs'))).toBe(0);
  });
});
