import { constants } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** One line for each file that is not in both folders, byte by byte the same, and executable in both or neither. */
export async function compareFolders(actual: string, wanted: string): Promise<string[]> {
  const [actualFiles, wantedFiles] = await Promise.all([listFiles(actual), listFiles(wanted)]);
  const differences = await Promise.all(
    [...new Set([...actualFiles, ...wantedFiles])].sort().map(async (path) => {
      if (!actualFiles.has(path)) return `${path} is missing`;
      if (!wantedFiles.has(path)) return `${path} should not be there`;
      return compareFiles(path, join(actual, path), join(wanted, path));
    }),
  );
  return differences.filter((difference) => difference !== undefined);
}

async function listFiles(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(files.map((entry) => relative(folder, join(entry.parentPath, entry.name))));
}

async function compareFiles(path: string, actual: string, wanted: string): Promise<string | undefined> {
  if (!(await readFile(actual)).equals(await readFile(wanted))) return `${path} differs`;
  const [isExecutable, shouldBe] = await Promise.all([actual, wanted].map(isExecutableFile));
  if (isExecutable !== shouldBe) return `${path} is ${isExecutable ? '' : 'not '}executable`;
  return undefined;
}

async function isExecutableFile(path: string): Promise<boolean> {
  return ((await stat(path)).mode & constants.S_IXUSR) !== 0;
}
