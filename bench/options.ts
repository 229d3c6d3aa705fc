import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';

export interface Options {
  readonly benchmarks: readonly Benchmark[];
  /** For each of them; without it their own. */
  readonly rounds?: number;
  readonly isShort: boolean;
  /** Where the results go, as JSON. */
  readonly json: string;
}

/** At the root of the repository, where git does not see it. */
const RESULTS = '.topo-gc-bench.json';

/**
 * Reads the command line: `NAME… --rounds N --short --json FILE`.
 * @throws Error that says what is taken
 */
export function parseOptions(args: readonly string[], all: readonly Benchmark[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      short: { type: 'boolean', default: false },
      json: { type: 'string', default: RESULTS },
    },
  });
  const names = all.map(({ name }) => name);
  const unknown = positionals.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such benchmark: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  if (values.rounds !== undefined && !/^[1-9]\d{0,2}$/.test(values.rounds))
    throw new Error(`--rounds is ${JSON.stringify(values.rounds)}: takes a count from 1 to 999`);
  return {
    benchmarks:
      positionals.length === 0
        ? all.filter(({ isExtra }) => !isExtra)
        : all.filter(({ name }) => positionals.includes(name)),
    ...(values.rounds !== undefined && { rounds: Number(values.rounds) }),
    isShort: values.short,
    json: values.json,
  };
}
