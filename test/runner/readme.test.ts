import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readActionManifest } from './action-manifest.ts';
import { REPOSITORY } from './bundle-job.ts';

const NOT_FOR_PEOPLE = 'Not for people: ';

const { inputs, outputs } = readActionManifest(REPOSITORY);
const readme = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');

test('the table of inputs in the README is that of action.yml, in its order, with its defaults', () => {
  const documented = tableAfter('input').map(([input, value = '']) => [input, value.replaceAll('`', '')]);
  const declared = Object.entries(inputs)
    .filter(([, { description }]) => !description.startsWith(NOT_FOR_PEOPLE))
    .map(([name, input]) => [`\`${name}\``, input.default ?? '']);
  const withDefault = new Map(documented.map(([input, value = '']) => [input, value]));
  expect(documented.map(([input]) => input)).toEqual(declared.map(([input]) => input));
  for (const [input, value] of declared) {
    // What has no default says in words what it is taken from.
    if (value !== '') expect(withDefault.get(input), input).toBe(value);
  }
});

test('the table of outputs in the README is that of action.yml', () => {
  const documented = tableAfter('output').map(([output = '']) => /`([^`]+)`/.exec(output)?.[1]);
  expect(documented).toEqual(Object.keys(outputs));
});

/** The rows of the Markdown table whose first heading is that word, as trimmed cells. */
function tableAfter(heading: string): string[][] {
  const lines = readme.split('\n');
  const start = lines.findIndex((line) => new RegExp(`^\\| *${heading}s? *\\|`, 'i').test(line));
  expect(start, `a table that starts with ${heading}`).toBeGreaterThanOrEqual(0);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end < 0 ? rows.length : end).map(cellsOf);
}

function cellsOf(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
