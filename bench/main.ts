import { interrupted, untilEnd } from '../scripts/interruption.ts';
import { BENCHMARKS } from './catalogue.ts';
import { writeDocument } from './document.ts';
import { measure } from './measure.ts';
import { type Options, parseOptions } from './options.ts';
import { figuresReport, growthReport, runsReport, seriesReport } from './report.ts';
import { writeRuns } from './run.ts';

const STATUS_USAGE = 2;
const NAMES = BENCHMARKS.map(({ name }) => name);

/** `npm run bench`, or some of it: `npm run bench -- drain --rounds 3`. A figure that is not reached is no failure. */
async function main({ json, write, render, ...options }: Options): Promise<void> {
  if (render !== undefined) return writeDocument(render, [], NAMES);
  const { runs, failed } = await measure(options, (sofar) => writeRuns(json, sofar));
  if (write !== undefined) await writeDocument(write, runs, NAMES);
  if (runs.length > 0)
    for (const report of [runsReport, figuresReport, seriesReport, growthReport])
      console.log(`${report(runs)}\n`);
  if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
}

function chosenOptions(): Options | undefined {
  try {
    return parseOptions(process.argv.slice(2), BENCHMARKS);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = STATUS_USAGE;
    return undefined;
  }
}

try {
  const options = chosenOptions();
  if (options !== undefined) await main(options);
} catch (error) {
  // What was cleaned up under its feet is no failure of a benchmark.
  if (interrupted.aborted) await untilEnd();
  console.error(error);
  process.exitCode = 1;
}
