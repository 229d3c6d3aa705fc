import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { takeEngineOption } from '../../../scripts/engine/engine-option.ts';
import { PARTS } from '../../../scripts/test/parts.ts';
import { codeSpansOf, DOCUMENTS, fencesIn } from './documentation.ts';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const parts = PARTS.map(({ name }) => name);

const withoutComment = (line: string): string => line.replace(/\s+#.*$/, '').trim();

const linesOf = (text: string): string[] => text.split('\n').map(withoutComment);

/** What README.md tells to type to try it. */
const TRIED = fencesIn('sh')
  .filter(({ file, text }) => file === 'README.md' && text.includes('npm test'))
  .flatMap(({ text }) => linesOf(text));

/** Why a line for npm can't be typed; `undefined` where it can. */
function faultOf(line: string): string | undefined {
  const [, verb, ...rest] = line.split(' ');
  if (verb === 'test') {
    const unknown = takeEngineOption(rest, {}).filter(
      (word) => word !== '--' && !word.startsWith('-') && !parts.includes(word),
    );
    return unknown.length > 0 ? `no such part: ${unknown.join(', ')}` : undefined;
  }
  const name = rest.find((word) => !word.startsWith('-')) ?? '';
  return verb !== 'run' || name in scripts ? undefined : `no such script: ${name}`;
}

const LINES = DOCUMENTS.flatMap((file) =>
  [
    ...fencesIn('sh')
      .filter((fence) => fence.file === file)
      .flatMap(({ text }) => linesOf(text)),
    ...codeSpansOf(file),
  ]
    .filter((line) => /^npm (test|run)\b/.test(line))
    .map((line) => [file, line] as const),
);

test('there are lines', () => expect(LINES.length).toBeGreaterThan(20));

test.each(LINES)('%s: %s can be typed', (_, line) => expect(faultOf(line)).toBeUndefined());

describe('what can’t be typed is found', () => {
  test.each(['npm test -- unti', 'npm run dmeo', 'npm run --silent dmeo -- --keep'])('%s', (line) =>
    expect(faultOf(line)).toBeDefined(),
  );
});

test('CONTRIBUTING.md lists all parts, in their order', () => {
  const [, list] = /# some parts: (.*)$/m.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
  expect(list?.split(' ')).toEqual(parts);
});

describe('what README.md tells to type is what is typed', () => {
  test('there are two commands', () => expect(TRIED).toEqual(['npm run demo', 'npm test']));

  test('by the gate', () => {
    const script = readFileSync('.ci/run', 'utf8');
    const typed = script.split('\n').filter((line) => line.startsWith('npm '));
    expect(typed.map((line) => line.replace(/ (&&|\|).*$/, ''))).toEqual(TRIED);
  });

  test.each(['test', 'release'])('by the workflow %s', (name) => {
    const workflow = parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'));
    const runs: string[] = workflow.jobs.test.steps.flatMap(({ run }: { run?: string }) => run ?? []);
    expect(runs.map((run) => run.replace('sudo --preserve-env=PATH ', ''))).toEqual(TRIED);
  });
});
