import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Random } from '../test/support/random.ts';
import { FAULTS, FIRST_FAULTS } from './faults.ts';
import type { RoundFault } from './round-faults.ts';

export const USAGE = `usage: npm run chaos -- [--rounds N] [--seed S] [--from R] [--fault WORDS] [--report FILE]

  --rounds N     how many (500)
  --seed S       what all choices are made from: a whole number below 2^32 (random)
  --from R       the number of the first round (1); a round alone is --from R --rounds 1
  --fault WORDS  only faults whose name holds these words; without it, the first rounds have each of some kinds once
  --report FILE  takes the counts, as JSON: passed, failed
`;

/** @throws Error that says what is taken */
export function readOptions(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '500' },
      seed: { type: 'string', default: String(randomInt(2 ** 32)) },
      from: { type: 'string', default: '1' },
      fault: { type: 'string', default: '' },
      report: { type: 'string', default: '' },
    },
  });
  const [rounds, seed, from] = [values.rounds, values.seed, values.from].map(Number) as [
    number,
    number,
    number,
  ];
  const faults = FAULTS.filter(({ name }) => name.includes(values.fault));
  for (const [name, number] of Object.entries({ rounds, seed, from }))
    if (!Number.isSafeInteger(number) || number < 0 || number >= 2 ** 32)
      throw new Error(
        `--${name} is ${JSON.stringify(values[name as keyof typeof values])}: takes a whole number below 2^32`,
      );
  if (faults.length === 0) throw new Error(`no fault's name holds ${JSON.stringify(values.fault)}`);
  const first = values.fault === '' ? FIRST_FAULTS : [];
  /** The number of a round, and the random choices that are made for it, say what goes wrong in it. */
  const faultOf = (number: number, random: Random): RoundFault =>
    first[number - 1] ?? random.pickWeighted(faults);
  return { rounds, seed, from, faultOf, report: values.report };
}

export type Options = ReturnType<typeof readOptions>;
