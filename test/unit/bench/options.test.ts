import { expect, test } from 'vitest';
import type { Benchmark } from '../../../bench/benchmark.ts';
import { parseOptions } from '../../../bench/options.ts';

const made = (name: string): Benchmark => ({
  name,
  rounds: 3,
  run: async () => ({ figures: [], series: [] }),
});
const ALL = [made('submit'), made('drain-32')];

test('without arguments all are chosen, with rounds of their own', () => {
  expect(parseOptions([], ALL)).toEqual({ benchmarks: ALL, isShort: false, json: '.topo-gc-bench.json' });
});

test('names choose, and options hold for all that are chosen', () => {
  const { benchmarks, ...options } = parseOptions(['drain-32', '--rounds', '7', '--short'], ALL);
  expect(benchmarks.map(({ name }) => name)).toEqual(['drain-32']);
  expect(options).toMatchObject({ rounds: 7, isShort: true });
});

test.each([
  [['drain'], 'no such benchmark: drain; there are submit, drain-32'],
  [['--rounds', '0'], '--rounds is "0": takes a count from 1 to 999'],
  [['--rounds', 'many'], '--rounds is "many": takes a count from 1 to 999'],
  [['--fast'], "Unknown option '--fast'"],
])('%j is refused', (args, message) => {
  expect(() => parseOptions(args, ALL)).toThrow(message);
});
