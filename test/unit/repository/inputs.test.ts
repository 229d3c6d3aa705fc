import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { JOB_INPUTS } from '../../../src/adapters/github/action-inputs.ts';
import { MEASURES, type MeasureTrigger, PRESSURES, RESTS } from '../../../src/domain/measures/measures.ts';
import { INPUT_TABLE } from '../../../src/domain/settings.ts';
import { VARIABLES } from '../../../src/protocol/environment.ts';
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

test.each(INPUT_TABLE.map(({ name, values }) => [name, values] as const))(
  'each word that %s takes stands in the table and in action.yml',
  (name, values) => {
    const row = tableOf('docs/inputs.md', 'input').find(([input]) => withoutTicks(input) === name);
    for (const value of values) {
      expect(row?.[2], value).toContain(`\`${value}\``);
      expect(inputs[name]?.description, value).toContain(`\`${value}\``);
    }
  },
);

test('what the job context tells is taken by inputs that are not for people', () => {
  const notForPeople = Object.keys(inputs).filter((name) =>
    inputs[name]?.description.startsWith(NOT_FOR_PEOPLE),
  );
  expect(notForPeople.toSorted()).toEqual(Object.values(JOB_INPUTS).toSorted());
});

test('the table of outputs names the variables that tell the same', () => {
  const told = tableOf('docs/inputs.md', 'output')
    .map(([, variable]) => withoutTicks(variable))
    .filter((variable) => variable !== '');
  expect(told.toSorted()).toEqual(Object.values(VARIABLES).toSorted());
});

test('inputs and state are read and saved by their names in one place', () => {
  const readers = globSync('src/**/*.ts').filter((file) =>
    /\b(getInput|getState|saveState)\b/.test(readFileSync(file, 'utf8')),
  );
  expect(readers.toSorted()).toEqual([
    'src/adapters/github/action-inputs.ts',
    'src/adapters/github/saved-state.ts',
  ]);
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

const once = <T>(all: readonly T[]): T[] => [...new Set(all)];

test('each measure has its input in action.yml and in the tables of inputs and thresholds', () => {
  const names = once(MEASURES.map(({ input }) => input.name));
  const documented = tableOf('docs/inputs.md', 'input').map(([name]) => withoutTicks(name));
  for (const name of names) {
    expect(declared.map(([each]) => each)).toContain(name);
    expect(documented).toContain(name);
  }
  const byUrgency = PRESSURES.toSorted((a, b) => a.urgency - b.urgency).map(({ input }) => input.name);
  const thresholds = tableOf('docs/thresholds.md', 'input').map(([name]) => withoutTicks(name));
  expect(thresholds).toEqual(once<string>(byUrgency));
});

test('the metrics of each measure are documented', () => {
  const api = readFileSync('docs/api.md', 'utf8');
  for (const { name, help } of MEASURES.flatMap(({ metrics }) => metrics))
    expect(api).toContain(`# HELP ${name} ${help}\n`);
});

test('docs/openapi.yaml knows the triggers, inputs and units of all measures', () => {
  const { schemas } = parse(readFileSync('docs/openapi.yaml', 'utf8')).components;
  const triggersOf = (measures: readonly { readonly trigger: MeasureTrigger }[]) =>
    once(measures.map(({ trigger }) => trigger));
  const pressures = triggersOf(PRESSURES);
  expect(schemas.Trigger.enum).toEqual([
    ...[...pressures, ...triggersOf(RESTS)],
    ...['ahead', 'request', 'drain', 'recovery', 'sweep'],
  ]);
  expect(schemas.SpentThreshold.properties.trigger.enum).toEqual([...pressures, 'ahead']);
  const filling = schemas.Status.properties.ahead.properties.filling.items.properties;
  const runningOut = MEASURES.filter(({ runsOut }) => runsOut);
  expect(filling.trigger.enum).toEqual(triggersOf(runningOut));
  expect(filling.unit.enum).toEqual(once(runningOut.map(({ unit }) => unit)));
  const shown = MEASURES.filter(({ words }) => words.isShown);
  const measure = schemas.ReportedMeasure.properties;
  expect(measure.input.enum).toEqual(once(shown.map(({ input }) => input.name)));
  expect(measure.unit.enum).toEqual(once(shown.map(({ unit }) => unit)));
});
