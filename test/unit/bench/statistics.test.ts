import { describe, expect, test } from 'vitest';
import { median, medianInterval, quantile, ratioFigure } from '../../../bench/statistics.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, at) => count - at);

describe('quantile', () => {
  test.each([
    [100, 0.5, 50],
    [100, 0.99, 99],
    [108, 0.99, 107],
    [3, 0.5, 2],
    [1, 0.99, 1],
  ])('of 1 to %i, %f is %i', (count, share, expected) => {
    expect(quantile(upTo(count), share)).toBe(expected);
  });

  test('of nothing there is none', () => {
    expect(() => quantile([], 0.5)).toThrow('no sample');
  });
});

test.each([
  [[7], 7],
  [[9, 1], 5],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %f', (samples, expected) => {
  expect(median(samples)).toBe(expected);
});

/** Ranks as tables of the sign test give them for 95%. */
test.each([
  [1, [1, 1]],
  [5, [1, 5]],
  [6, [1, 6]],
  [8, [1, 8]],
  [9, [2, 8]],
  [20, [6, 15]],
  [100, [40, 61]],
])('of %i samples the median lies between those of the ranks %j', (count, expected) => {
  expect(medianInterval(upTo(count))).toEqual(expected);
});

test('a ratio is taken within each round', () => {
  expect(ratioFigure('drain', [10, 40, 90], [10, 20, 30], 1.2)).toEqual({
    name: 'drain',
    unit: 'times',
    value: 2,
    interval: [1, 3],
    atMost: 1.2,
  });
});

test('a rival that has its turn in one round of two is compared with those rounds', () => {
  expect(ratioFigure('drain', [10, 1, 90, 1], [10, 30], undefined, 2)).toEqual({
    name: 'drain',
    unit: 'times',
    value: 2,
    interval: [1, 3],
  });
});
