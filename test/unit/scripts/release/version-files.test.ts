import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { writeVersion } from '../../../../scripts/release/version-files.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const FILES = [
  'clients/python/pyproject.toml',
  'clients/python/src/pytest_topo_gc/__init__.py',
  'src/domain/version.ts',
];

function copyFiles(folder: TemporaryFolder): void {
  for (const path of FILES) {
    mkdirSync(dirname(folder.file(path)), { recursive: true });
    cpSync(path, folder.file(path));
  }
}

test('each file that carries the version gets the new one', async () => {
  using folder = new TemporaryFolder();
  copyFiles(folder);
  const written = await writeVersion(folder.path, '9.8.7');
  expect(written.sort()).toEqual(FILES);
  for (const path of written) expect(readFileSync(folder.file(path), 'utf8')).toContain('9.8.7');
});

test('where one does not carry it, nothing is written', async () => {
  using folder = new TemporaryFolder();
  copyFiles(folder);
  writeFileSync(folder.file('src/domain/version.ts'), 'export {};\n');
  await expect(writeVersion(folder.path, '9.8.7')).rejects.toThrow(
    'src/domain/version.ts does not say its version',
  );
});
