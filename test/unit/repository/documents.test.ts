import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_NAMES } from '../../../src/domain/settings.ts';

interface Fence {
  readonly file: string;
  readonly language: string;
  readonly text: string;
}

const documents = ['README.md', ...globSync('docs/*.md')];

const fences: readonly Fence[] = documents.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ([, language = '', text = '']) => ({ file, language, text }),
  ),
);

const inLanguage = (...languages: readonly string[]) =>
  fences.filter(({ language }) => languages.includes(language));

test.each(inLanguage('yaml'))('a snippet of $file is YAML: $text', ({ text }) => {
  expect(parse(text, { strict: true })).toBeTypeOf('object');
});

test('the GitLab job is one: it has a script of lines', () => {
  const jobs = inLanguage('yaml').filter(({ file }) => file === 'docs/other-ci.md');
  expect(jobs).toHaveLength(1);
  for (const { text } of jobs)
    expect(parse(text)).toEqual({
      'integration-test': expect.objectContaining({ script: [expect.any(String), expect.any(String)] }),
    });
});

test('the Jenkins pipeline closes what it opens', () => {
  const [pipeline, ...more] = inLanguage('groovy');
  expect(more).toEqual([]);
  expect(pipeline?.text.match(/[{(]/g)?.length).toBe(pipeline?.text.match(/[})]/g)?.length);
});

test('the options that documents give to `topo-gc run` are inputs', () => {
  const given = inLanguage('sh', 'yaml', 'groovy').flatMap(({ text }) =>
    [...text.matchAll(/(?:topo-gc|index\.js) run (.*?) ?-- /g)].flatMap(([, options = '']) => [
      ...options.matchAll(/--([\w-]+)/g),
    ]),
  );
  expect(given).not.toEqual([]);
  for (const [, name] of given) expect(INPUT_NAMES).toContain(name);
});
