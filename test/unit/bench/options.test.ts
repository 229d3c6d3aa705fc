import { expect, test } from 'vitest';
import type { Benchmark } from '../../../bench/benchmark.ts';
import { parseOptions } from '../../../bench/options.ts';

const made = (name: string): Benchmark => ({
  name,
  rounds: 3,
  run: async () => ({ figures: [], series: [] }),
});
const FIGURES = [made('submit'), made('drain-32')];
const ALL: Benchmark[] = [...FIGURES, { ...made('at-once'), isExtra: true }];

test('without arguments all that have figures to reach are chosen, with rounds of their own', () => {
  expect(parseOptions([], ALL)).toEqual({ benchmarks: FIGURES, isShort: false, json: '.topo-gc-bench.json' });
});

test('--short makes sure of all', () => {
  expect(parseOptions(['--short'], ALL).benchmarks).toEqual(ALL);
});

test('--without leaves one out', () => {
  const { benchmarks } = parseOptions(['--short', '--without', 'submit'], ALL);
  expect(benchmarks.map(({ name }) => name)).toEqual(['drain-32', 'at-once']);
});

test('what shows where a choice comes from is chosen by its name', () => {
  expect(parseOptions(['at-once'], ALL).benchmarks.map(({ name }) => name)).toEqual(['at-once']);
});

test('names choose, and options hold for all that are chosen', () => {
  const { benchmarks, ...options } = parseOptions(['drain-32', '--rounds', '7', '--short'], ALL);
  expect(benchmarks.map(({ name }) => name)).toEqual(['drain-32']);
  expect(options).toMatchObject({ rounds: 7, isShort: true });
});

test.each([
  [['drain'], 'no such benchmark: drain; there are submit, drain-32, at-once'],
  [['--without', 'drain'], 'no such benchmark: drain; there are submit, drain-32, at-once'],
  [['--rounds', '0'], '--rounds is "0": takes a count from 1 to 999'],
  [['--rounds', 'many'], '--rounds is "many": takes a count from 1 to 999'],
  [['--write', 'out.json'], '--write is "out.json": takes a Markdown file, *.md'],
  [['--render', 'out'], '--render is "out": takes a Markdown file, *.md'],
  [['--short', '--write', 'out.md'], 'what comes of it is not for --write'],
  [['--fast'], "Unknown option '--fast'"],
])('%j is refused', (args, message) => {
  expect(() => parseOptions(args, ALL)).toThrow(message);
});
