import { chownSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../../../src/adapters/files/make-folder.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const NOBODY = 65_534;
const asRoot = test.runIf(process.geteuid?.() === 0);

test('it and all above it are there, for their owner only, and making it again changes nothing', () => {
  using temporary = new TemporaryFolder();
  const path = temporary.file('a/b/c');
  makeFolder(path);
  writeFileSync(join(path, 'file'), '');
  makeFolder(path);
  expect(readdirSync(path)).toEqual(['file']);
  expect(readdirSync(temporary.path)).toEqual(['a']);
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

asRoot('what root makes is that of the owner of the folder it is in', () => {
  using temporary = new TemporaryFolder();
  chownSync(temporary.path, NOBODY, NOBODY);
  // Of one that was killed.
  mkdirSync(temporary.file('.a.making'));
  makeFolder(temporary.file('a/b'));
  for (const name of ['a', 'a/b']) expect(statSync(temporary.file(name)).uid).toBe(NOBODY);
  expect(existsSync(temporary.file('.a.making'))).toBe(false);
});

asRoot('nothing else of root’s is given away by a link in its place', () => {
  using temporary = new TemporaryFolder();
  const system = temporary.file('system');
  mkdirSync(system);
  mkdirSync(temporary.file('home'));
  chownSync(temporary.file('home'), NOBODY, NOBODY);
  symlinkSync(system, temporary.file('home/.state.making'));
  expect(() => makeFolder(temporary.file('home/state'))).toThrow('ENOTDIR');
  expect(statSync(system).uid).toBe(0);
});
