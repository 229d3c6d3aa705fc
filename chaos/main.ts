import { writeFileSync } from 'node:fs';
import prettyMilliseconds from 'pretty-ms';
import { runCommandLine } from '../scripts/command-line.ts';
import { interrupted, untilEnd } from '../scripts/interruption.ts';
import type { Counts } from '../scripts/test/counts.ts';
import { endAfterOutput } from '../src/adapters/process/end-after-output.ts';
import { Random } from '../test/support/random.ts';
import { Arena } from './arena.ts';
import { Violation } from './invariant.ts';
import { readLog } from './job-remains.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { EngineLost } from './restartable-engine.ts';
import type { Round } from './round.ts';

const LOG_LINES = 40;

type Outcome = Pick<Counts, 'passed' | 'failed'>;

/** Runs rounds in one line each, until so many hold, or one does not. Those that lost their engine come on top. */
async function run({ rounds, seed, from, faultOf }: Options): Promise<Outcome> {
  console.log(`chaos: ${rounds} rounds, seed ${seed}`);
  const began = performance.now();
  let [passed, lost] = [0, 0];
  while (passed < rounds) {
    await using arena = await Arena.open();
    for (let end: RoundEnd | undefined; passed < rounds && end !== 'engine lost'; ) {
      const number = from + passed + lost;
      end = await runRound(arena, { seed, number }, faultOf);
      if (end === 'violated') return { passed, failed: 1 };
      if (end === 'held') passed += 1;
      else lost += 1;
    }
  }
  const time = prettyMilliseconds(performance.now() - began);
  console.log(`chaos: ${passed} rounds held in ${time}, ${lost} more lost their engine, seed ${seed}`);
  return { passed, failed: 0 };
}

type RoundEnd = 'held' | 'violated' | 'engine lost';

interface RoundId {
  readonly seed: number;
  readonly number: number;
}

async function runRound(
  arena: Arena,
  { seed, number }: RoundId,
  faultOf: Options['faultOf'],
): Promise<RoundEnd> {
  const before = performance.now();
  const random = Random.ofRound(seed, number);
  const fault = faultOf(number, random);
  let round: Round | undefined;
  const begun = (started: Round) => {
    round = started;
  };
  try {
    await fault.run({ arena, random, number }, begun);
    tell(number, fault.name, round, performance.now() - before);
    return 'held';
  } catch (error) {
    if (interrupted.aborted) await untilEnd();
    const isLost = error instanceof EngineLost;
    if (isLost) round?.notes.push(`${error.message}; nothing can be checked`);
    tell(number, fault.name, round, performance.now() - before);
    if (isLost) return 'engine lost';
    complain({ seed, number }, error, round);
    return 'violated';
  }
}

function tell(number: number, fault: string, round: Round | undefined, ms: number): void {
  const time = prettyMilliseconds(ms, { keepDecimalsOnWholeSeconds: true });
  console.log(`${String(number).padStart(4)}  ${fault.padEnd(40)}  ${round?.notes.join('; ')}  (${time})`);
}

function complain({ seed, number }: RoundId, error: unknown, round?: Round): void {
  const log = round && readLog(round.job).trimEnd().split('\n').slice(-LOG_LINES).join('\n');
  const what =
    error instanceof Violation ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`chaos: round ${number} of seed ${seed} does not hold:\n${what}`);
  for (const { id, handOver } of round?.topologies ?? []) console.error(`  ${id}: ${handOver}`);
  console.error(`the last drain said: ${round?.drained?.output ?? 'nothing'}`);
  console.error(`the agent's log ends with:\n${log}`);
  console.error(`once more: npm run chaos -- --seed ${seed} --from ${number} --rounds 1`);
}

await runCommandLine({
  usage: USAGE,
  takesEngine: true,
  read: readOptions,
  run: async (options) => {
    const counts = await run(options);
    if (options.report !== '') writeFileSync(options.report, JSON.stringify(counts));
    await endAfterOutput(counts.failed === 0 ? 0 : 1);
  },
});
