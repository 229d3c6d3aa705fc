import { parseArgs } from 'node:util';
import prettyMilliseconds from 'pretty-ms';
import { endAfterOutput } from '../src/adapters/process/end-after-output.ts';
import { describeError } from '../src/domain/errors.ts';
import { runCommandLine } from './command-line.ts';
import { setUp } from './machine/set-up.ts';
import { chooseParts } from './test/choose-parts.ts';
import { type Counts, countOne, describeCounts, sumCounts } from './test/counts.ts';
import { PartOutput } from './test/part-output.ts';
import { PARTS, type Part } from './test/parts.ts';
import { SharedEngine } from './test/shared-engine.ts';
import { describeSkip } from './test/skip.ts';

const USAGE = `usage: npm test [-- PART…]

Without a part, all of them: ${PARTS.map(({ name }) => name).join(', ')}.
`;

/**
 * `npm test`, or some parts of it: `npm test -- unit layers`. What they need of the machine is installed first, all at once. Parts
 * that share no engine with others run beside them. A part that fails keeps no other from running.
 */
async function main(parts: readonly Part[]): Promise<void> {
  const all: Counts[] = [];
  const engine = new SharedEngine();
  try {
    await setUp(parts.flatMap(({ needed = [] }) => needed));
  } catch (error) {
    console.log(describeCounts(countError(error)));
    process.exitCode = 1;
    return;
  }
  const beside = parts.filter(({ isBeside = false }) => isBeside);
  const others = parts.filter((part) => !beside.includes(part));
  const hasTerminal = beside.length === 0 || others.length === 0;
  const counted = await Promise.all([
    runInTurn(others, engine, false),
    runInTurn(beside, engine, !hasTerminal),
  ]);
  all.push(...counted.flat());
  all.push(await release(engine));
  const { passed, failed, skipped } = sumCounts(all);
  for (const skip of skipped) console.log(`skipped: ${describeSkip(skip)}`);
  console.log(describeCounts({ passed, failed, skipped: [] }));
  // At once, as what could not be cleaned up might keep the process going.
  await endAfterOutput(failed > 0 ? 1 : 0);
}

async function runInTurn(parts: readonly Part[], engine: SharedEngine, isKept: boolean): Promise<Counts[]> {
  const all: Counts[] = [];
  for (const part of parts) all.push(await run(part, engine, isKept));
  return all;
}

/** @param isKept whether its output is shown when it has ended, as another part has the terminal */
async function run(part: Part, engine: SharedEngine, isKept: boolean): Promise<Counts> {
  if (!isKept) console.log(`\n== ${part.name}`);
  const begin = performance.now();
  const output = new PartOutput(isKept);
  const counts = await part.run({ engine, output }).catch(countError);
  if (isKept) console.log(`\n== ${part.name}`);
  output.show();
  console.log(`${part.name}: ${describeCounts(counts)} in ${prettyMilliseconds(performance.now() - begin)}`);
  return counts;
}

/** Counts only where it fails. */
async function release(engine: SharedEngine): Promise<Counts> {
  try {
    await engine[Symbol.asyncDispose]();
    return sumCounts([]);
  } catch (error) {
    return countError(error);
  }
}

function countError(error: unknown): Counts {
  console.error(describeError(error));
  return countOne(false);
}

await runCommandLine({
  usage: USAGE,
  takesEngine: true,
  read: (args) => chooseParts(parseArgs({ args: [...args], allowPositionals: true }).positionals, PARTS),
  run: main,
});
