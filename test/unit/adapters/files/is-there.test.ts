import { symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isThere } from '../../../../src/adapters/files/missing.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

test('what can’t be known is not taken for no', () => {
  using folder = new TemporaryFolder();
  writeFileSync(folder.file('there'), '');
  symlinkSync('loop', folder.file('loop'));
  expect(isThere(folder.file('there'))).toBe(true);
  expect(isThere(folder.file('not-there'))).toBe(false);
  expect(() => isThere(folder.file('loop'))).toThrow('ELOOP');
});
