import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addLicenses } from '../../../../scripts/build/add-licenses.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

function withPackage(folder: TemporaryFolder, name: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder.file(`node_modules/${name}`), { recursive: true });
  for (const [file, text] of Object.entries(files))
    writeFileSync(folder.file(`node_modules/${name}/${file}`), text);
}

test('licences that are not there yet are added, each below its name', async () => {
  using folder = new TemporaryFolder();
  withPackage(folder, 'known', { 'package.json': '{"license":"MIT"}', LICENSE: 'other words' });
  withPackage(folder, '@a/new', { 'package.json': '{"license":"ISC"}', 'license.md': 'Copyright\n' });
  writeFileSync(folder.file('licenses.txt'), 'known\nMIT\nthe text\n');
  await addLicenses(folder.path, folder.file('licenses.txt'), ['known', '@a/new']);
  expect(readFileSync(folder.file('licenses.txt'), 'utf8')).toBe(
    'known\nMIT\nthe text\n\n@a/new\nISC\nCopyright\n',
  );
});

test('a package without its licence is not shipped', async () => {
  using folder = new TemporaryFolder();
  withPackage(folder, 'bare', { 'package.json': '{"license":"MIT"}' });
  writeFileSync(folder.file('licenses.txt'), '');
  await expect(addLicenses(folder.path, folder.file('licenses.txt'), ['bare'])).rejects.toThrow(
    'bare comes without',
  );
});
