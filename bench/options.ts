import { parseArgs } from 'node:util';
import type { Benchmark } from './benchmark.ts';

export interface Options {
  readonly benchmarks: readonly Benchmark[];
  /** For each of them; without it their own. */
  readonly rounds?: number;
  readonly isShort: boolean;
  /** Where the results go, as JSON. */
  readonly json: string;
  /** A document that the results go into, too. */
  readonly write?: string;
  /** A document that is only filled in anew, with what is kept beside it. */
  readonly render?: string;
}

/** At the root of the repository, where git does not see it. */
const RESULTS = '.topo-gc-bench.json';

/**
 * Reads the command line: `NAME… --without NAME --rounds N --short --json FILE --write FILE.md`, or `--render FILE.md`.
 * @throws Error that says what is taken
 */
export function parseOptions(args: readonly string[], all: readonly Benchmark[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      short: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
      json: { type: 'string', default: RESULTS },
      write: { type: 'string' },
      render: { type: 'string' },
    },
  });
  const { rounds, short: isShort, without, json, write, render } = values;
  const names = all.map(({ name }) => name);
  const unknown = [...positionals, ...without].filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`no such benchmark: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  if (rounds !== undefined && !/^[1-9]\d{0,2}$/.test(rounds))
    throw new Error(`--rounds is ${JSON.stringify(rounds)}: takes a count from 1 to 999`);
  for (const [name, file] of Object.entries({ write, render }))
    if (file !== undefined && !file.endsWith('.md'))
      throw new Error(`--${name} is ${JSON.stringify(file)}: takes a Markdown file, *.md`);
  if (isShort && write !== undefined)
    throw new Error('--short shows that each can be measured: what comes of it is not for --write');
  const isChosen = ({ name, isExtra }: Benchmark) =>
    !without.includes(name) && (positionals.length === 0 ? !isExtra || isShort : positionals.includes(name));
  return {
    benchmarks: all.filter(isChosen),
    ...(rounds !== undefined && { rounds: Number(rounds) }),
    isShort,
    json,
    ...(write !== undefined && { write }),
    ...(render !== undefined && { render }),
  };
}
