import { chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isOwnFolder } from '../../../../src/adapters/files/own-file.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const NOBODY = 65_534;

test('a folder of this user is its own; a link to one, a file and nothing are not', () => {
  using temporary = new TemporaryFolder();
  const [folder, link, file] = ['folder', 'link', 'file'].map((name) => temporary.file(name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(folder);
  symlinkSync(folder, link);
  writeFileSync(file, '');
  expect([folder, link, file, temporary.file('gone')].map(isOwnFolder)).toEqual([true, false, false, false]);
});

test.runIf(process.geteuid?.() === 0)('nor is another user’s', () => {
  using temporary = new TemporaryFolder();
  const folder = temporary.file('folder');
  mkdirSync(folder);
  chownSync(folder, NOBODY, NOBODY);
  expect(isOwnFolder(folder)).toBe(false);
});
