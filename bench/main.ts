import { runCommandLine } from '../scripts/command-line.ts';
import { BENCHMARKS } from './catalogue.ts';
import { writeDocument } from './document.ts';
import { measure } from './measure.ts';
import { type Options, parseOptions } from './options.ts';
import { figuresReport, growthReport, runsReport, seriesReport } from './report.ts';
import { writeRuns } from './run.ts';

const NAMES = BENCHMARKS.map(({ name }) => name);

const USAGE = `usage: npm run bench -- [NAME…] [--without NAME]… [--rounds N] [--short]
                            [--json FILE] [--write FILE.md]
       npm run bench -- --render FILE.md

Measures the agent beside its rivals, in turn. Without a name, all that give a figure.

  NAME            ${NAMES.join(', ')}
  --without NAME  all others
  --rounds N      of each (its own count)
  --short         one small round of each: only shows that all can be measured
  --json FILE     where the results go (.topo-gc-bench.json)
  --write FILE.md fills in the tables of that document too
  --render FILE   only fills them in anew, from the results beside the document
`;

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

await runCommandLine({
  usage: USAGE,
  takesEngine: true,
  read: (args) => parseOptions(args, BENCHMARKS),
  run: main,
});
