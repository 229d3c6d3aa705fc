import { parseArgs } from 'node:util';
import prettyMilliseconds from 'pretty-ms';
import { endAfterOutput } from '../src/adapters/process/end-after-output.ts';
import { describeError } from '../src/domain/errors.ts';
import { runCommandLine } from './command-line.ts';
import { setUp } from './machine/set-up.ts';
import { chooseParts } from './test/choose-parts.ts';
import { type Counts, countOne, describeCounts, sumCounts } from './test/counts.ts';
import { PARTS, type Part } from './test/parts.ts';
import { SharedEngine } from './test/shared-engine.ts';
import { describeSkip } from './test/skip.ts';

const USAGE = `usage: npm test [-- PART…]

Without a part, all of them: ${PARTS.map(({ name }) => name).join(', ')}.
`;

/**
 * `npm test`, or some parts of it: `npm test -- unit layers`. What they need of the machine is installed first, all at once. A
 * part that fails keeps no other from running.
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
  for (const part of parts) all.push(await run(part, engine));
  all.push(await release(engine));
  const { passed, failed, skipped } = sumCounts(all);
  for (const skip of skipped) console.log(`skipped: ${describeSkip(skip)}`);
  console.log(describeCounts({ passed, failed, skipped: [] }));
  // At once, as what could not be cleaned up might keep the process going.
  await endAfterOutput(failed > 0 ? 1 : 0);
}

async function run(part: Part, engine: SharedEngine): Promise<Counts> {
  console.log(`\n== ${part.name}`);
  const begin = performance.now();
  const counts = await part.run(engine).catch(countError);
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
