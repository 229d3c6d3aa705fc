import { expect, test } from 'vitest';
import { alternate } from '../../../bench/alternation.ts';

function contenders(turns: string[]) {
  const contender = (name: string) => async () => turns.push(name);
  return { one: contender('one'), two: contender('two'), three: contender('three') };
}

test('each round begins with another contender', async () => {
  const turns: string[] = [];
  const samples = await alternate(3, contenders(turns));
  expect(turns).toEqual(['one', 'two', 'three', 'two', 'three', 'one', 'three', 'one', 'two']);
  expect(samples).toEqual({ one: [1, 6, 8], two: [2, 4, 9], three: [3, 5, 7] });
});

test('who takes long has a turn in one round of so many, and who is not there has none', async () => {
  const turns: string[] = [];
  const { one, two } = contenders(turns);
  const samples = await alternate(4, { one, two, three: undefined }, (name) => (name === 'two' ? 3 : 1));
  expect(samples).toEqual({ one: [1, 3, 4, 5], two: [2, 6], three: [] });
});
