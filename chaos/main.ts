import { writeFileSync } from 'node:fs';
import prettyMilliseconds from 'pretty-ms';
import { interrupted, untilEnd } from '../scripts/interruption.ts';
import type { Counts } from '../scripts/test/counts.ts';
import { describeError } from '../src/domain/errors.ts';
import { Arena } from './arena.ts';
import { Violation } from './invariant.ts';
import { type Options, readOptions } from './options.ts';
import { Random } from './random.ts';
import { EngineLost } from './restartable-engine.ts';
import type { Round } from './round.ts';

const LOG_LINES = 40;

/** Runs the rounds one after the other, in one line each, until one does not hold. */
async function run(options: Options): Promise<Counts> {
  const { rounds, seed, from } = options;
  console.log(`chaos: ${rounds} rounds, seed ${seed}`);
  const began = performance.now();
  let skipped = 0;
  for (let next = from; next < from + rounds; ) {
    await using arena = await Arena.open();
    const end = await runIn(arena, next, options);
    if (end.how === 'violated') return { passed: end.next - from - skipped, failed: 1, skipped };
    if (end.how === 'engine lost') skipped += 1;
    next = end.next;
  }
  const time = prettyMilliseconds(performance.now() - began);
  console.log(
    `chaos: ${rounds - skipped} rounds held, ${skipped} lost their engine, in ${time}, seed ${seed}`,
  );
  return { passed: rounds - skipped, failed: 0, skipped };
}

interface RunEnd {
  readonly how: 'over' | 'violated' | 'engine lost';
  /** The number of the next round. */
  readonly next: number;
}

/** Until all are over, one does not hold, or the engine is lost for good, with what was built on it. */
async function runIn(arena: Arena, first: number, { rounds, seed, from, faults }: Options): Promise<RunEnd> {
  for (let number = first; number < from + rounds; number++) {
    const before = performance.now();
    const random = Random.ofRound(seed, number);
    const fault = random.pickWeighted(faults);
    let round: Round | undefined;
    const begun = (started: Round) => {
      round = started;
    };
    try {
      await fault.run({ arena, random, number }, begun);
      tell(number, fault.name, round, performance.now() - before);
    } catch (error) {
      if (interrupted.aborted) await untilEnd();
      if (error instanceof EngineLost) round?.notes.push(`${error.message}; nothing can be checked`);
      tell(number, fault.name, round, performance.now() - before);
      if (error instanceof EngineLost) return { how: 'engine lost', next: number + 1 };
      complain({ seed, number }, error, round);
      return { how: 'violated', next: number };
    }
  }
  return { how: 'over', next: from + rounds };
}

function tell(number: number, fault: string, round: Round | undefined, ms: number): void {
  const time = prettyMilliseconds(ms, { keepDecimalsOnWholeSeconds: true });
  console.log(`${String(number).padStart(4)}  ${fault.padEnd(34)}  ${round?.notes.join('; ')}  (${time})`);
}

function complain({ seed, number }: { seed: number; number: number }, error: unknown, round?: Round): void {
  const log = round?.job.readLog().trimEnd().split('\n').slice(-LOG_LINES).join('\n');
  const what =
    error instanceof Violation ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(`chaos: round ${number} of seed ${seed} does not hold:\n${what}`);
  for (const { id, handOver } of round?.topologies ?? []) console.error(`  ${id}: ${handOver}`);
  console.error(`the agent's log ends with:\n${log}`);
  console.error(`once more: npm run chaos -- --seed ${seed} --from ${number} --rounds 1`);
}

let options: Options | undefined;
try {
  options = readOptions();
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 2;
}
if (options !== undefined) {
  const counts = await run(options);
  if (options.report !== '') writeFileSync(options.report, JSON.stringify(counts));
  process.exit(counts.failed === 0 ? 0 : 1);
}
