import { execFileSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';

/** A newcomer takes in no more at a glance. */
const MOST_FILES = 14;

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.tsx?$/.test(path));

const byName = Object.groupBy(
  // An entry is named as its bundle.
  files.filter((path) => !path.startsWith('src/entry/')),
  (path) => basename(path).replace(/\.tsx?$/, ''),
);

const byFolder = Object.groupBy(files, dirname);

test('a name is that of one file', () => {
  expect(Object.values(byName).filter((paths = []) => paths.length > 1)).toEqual([]);
});

test(`no folder has more than ${MOST_FILES} files`, () => {
  const crowded = Object.entries(byFolder).filter(([, paths = []]) => paths.length > MOST_FILES);
  expect(crowded.map(([folder, paths = []]) => `${folder}: ${paths.length}`)).toEqual([]);
});

test('the sources are looked at', () => {
  expect(files.length).toBeGreaterThan(200);
});
