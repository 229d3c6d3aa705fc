import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the version stands besides package.json and the lock file, each once; the group before it and the one behind it stay. */
const OTHERS: Readonly<Record<string, RegExp>> = {
  'src/domain/version.ts': /(VERSION = ')[^']+(')/,
  'clients/python/pyproject.toml': /(^version = ")[^"]+(")/m,
  'clients/python/src/pytest_topo_gc/__init__.py': /(^__version__ = ")[^"]+(")/m,
};

/**
 * Writes a version to all files of the repository at `root` that carry it, package.json and the lock file apart.
 *
 * @returns their paths.
 * @throws Error where one does not carry it, before anything is written.
 */
export async function writeVersion(root: string, version: string): Promise<string[]> {
  const files = await Promise.all(
    Object.entries(OTHERS).map(async ([path, pattern]) => {
      const text = await readFile(join(root, path), 'utf8');
      if (!pattern.test(text)) throw new Error(`${path} does not say its version where it should`);
      return { path, text: text.replace(pattern, `$1${version}$2`) };
    }),
  );
  await Promise.all(files.map(({ path, text }) => writeFile(join(root, path), text)));
  return files.map(({ path }) => path);
}
