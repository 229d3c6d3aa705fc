import { expect, test } from 'vitest';
import { INPUT_TABLE } from '../../../src/domain/settings.ts';
import { readActionManifest } from '../../runner/model/action-manifest.ts';
import { tableOf } from './documentation.ts';

const NOT_FOR_PEOPLE = 'Not for people: ';

const { inputs, outputs } = readActionManifest('.');
const declared = Object.entries(inputs)
  .filter(([, { description }]) => !description.startsWith(NOT_FOR_PEOPLE))
  .map(([name, input]) => [name, input.default ?? ''] as const);

const withoutTicks = (text = ''): string => text.replaceAll('`', '');

test('the inputs of action.yml are those that are read, with the same defaults', () => {
  expect(Object.fromEntries(declared)).toEqual(
    Object.fromEntries(INPUT_TABLE.map(({ name, fallback }) => [name, fallback])),
  );
});

test('the table of inputs is that of action.yml, in its order, with its defaults', () => {
  const documented = tableOf('docs/inputs.md', 'input').map((row) => row.map(withoutTicks));
  expect(documented.map(([name]) => name)).toEqual(declared.map(([name]) => name));
  const defaults = new Map(documented.map(([name = '', value]) => [name, value]));
  // What has no default says in words what it is taken from.
  for (const [name, value] of declared) if (value !== '') expect(defaults.get(name), name).toBe(value);
});

test.each(['README.md', 'docs/thresholds.md'])('the inputs that %s shows have these defaults', (file) => {
  const defaults = new Map(declared);
  for (const row of tableOf(file, 'input')) {
    const name = withoutTicks(row[0]);
    const value = defaults.get(name);
    expect(value, name).toBeDefined();
    if (value !== '') expect(row.map(withoutTicks), name).toContain(value);
  }
});

test('the table of outputs is that of action.yml', () => {
  const documented = tableOf('docs/inputs.md', 'output').map(([name]) => withoutTicks(name));
  expect(documented).toEqual(Object.keys(outputs));
});
