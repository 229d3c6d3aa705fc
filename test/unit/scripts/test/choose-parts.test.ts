import { expect, test } from 'vitest';
import { chooseParts } from '../../../../scripts/test/choose-parts.ts';
import { countOne } from '../../../../scripts/test/counts.ts';

const PARTS = ['lint', 'unit', 'runner'].map((name) => ({ name, run: async () => countOne(true) }));

const names = (...asked: readonly string[]) => chooseParts(asked, PARTS).map(({ name }) => name);

test('without a name all parts run', () => {
  expect(names()).toEqual(['lint', 'unit', 'runner']);
});

test('a part that is left out runs only where it is named', () => {
  const fresh = { name: 'fresh', isLeftOut: () => true, run: async () => countOne(true) };
  const chosen = (...asked: readonly string[]) =>
    chooseParts(asked, [...PARTS, fresh]).map(({ name }) => name);
  expect(chosen()).toEqual(['lint', 'unit', 'runner']);
  expect(chosen('fresh', 'unit')).toEqual(['unit', 'fresh']);
});

test('named parts run once, in the order of all', () => {
  expect(names('runner', 'lint', 'runner')).toEqual(['lint', 'runner']);
});

test('a wrong name is refused, with the ones there are', () => {
  expect(() => names('unit', 'unity')).toThrow('no such part: unity; the parts are lint, unit, runner');
});
