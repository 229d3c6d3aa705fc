import { chmod, mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { compareFolders } from '../../../../scripts/build/compare-folders.ts';

type Files = Readonly<Record<string, string>>;

async function compare(actual: Files, wanted: Files, executable: readonly string[] = []): Promise<string[]> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'topo-gc-test-'));
  for (const [side, files] of Object.entries({ actual, wanted })) {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder.path, side, path)), { recursive: true });
      await writeFile(join(folder.path, side, path), text);
    }
  }
  for (const path of executable) await chmod(join(folder.path, path), 0o755);
  return await compareFolders(join(folder.path, 'actual'), join(folder.path, 'wanted'));
}

test('the same files are no difference, however deep', async () => {
  const files = { 'licenses.txt': 'MIT', 'cli/index.js': 'run()' };
  expect(await compare(files, files, ['actual/cli/index.js', 'wanted/cli/index.js'])).toEqual([]);
});

test('every file that differs, is missing or should not be there is named', async () => {
  const actual = { 'a/index.js': 'old', 'b.js': 'same', 'left.node': '' };
  const wanted = { 'a/index.js': 'new', 'b.js': 'same', 'c/index.js': '' };
  expect(await compare(actual, wanted)).toEqual([
    'a/index.js differs',
    'c/index.js is missing',
    'left.node should not be there',
  ]);
});

test('a command that can’t be executed is a difference', async () => {
  const files = { 'cli/index.js': 'run()' };
  expect(await compare(files, files, ['wanted/cli/index.js'])).toEqual(['cli/index.js is not executable']);
});

test('of a folder that is not there every file is missing', async () => {
  expect(await compare({}, { 'main/index.js': '' })).toEqual(['main/index.js is missing']);
});
