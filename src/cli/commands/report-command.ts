import { parseArgs } from 'node:util';
import { parseCount } from '../../domain/text/quantities.ts';
import { plainFleet } from '../../words/plain-fleet.ts';
import { plainReport } from '../../words/plain-report.ts';
import { type Command, EXIT, print, UsageError } from '../command.ts';
import { mergeReports, readReports } from '../reports/merge-reports.ts';
import { checkOutputs, writeOutputs } from '../reports/report-outputs.ts';

const HELP = `usage: topo-gc report FILE... [--html OUT] [--json OUT] [--expect COUNT]

Summarizes the reports (report.json) of one or many jobs, such as those of a matrix or of a day. Without --html and
--json it prints a few lines; for a single report, the lines that its drain printed.

  --html OUT      write a page that shows all of them: totals, what is left by cause, thresholds, images, jobs
  --json OUT      write the same figures as JSON
  --expect COUNT  the number of jobs: those without a report are counted as missing, and are not clean

  topo-gc report report.json
  topo-gc report reports/*/report.json --html fleet.html --json fleet.json
`;

const OPTIONS = { html: { type: 'string' }, json: { type: 'string' }, expect: { type: 'string' } } as const;

function parseExpected(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const count = parseCount(given);
  if (count === undefined)
    throw new UsageError(`--expect ${JSON.stringify(given)}: takes a count from 1 to 1000000`);
  return count;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  });
  const { html, json } = values;
  const expected = parseExpected(values.expect);
  if (files.length === 0) throw new UsageError('name the reports: topo-gc report reports/*/report.json');
  checkOutputs({ html, json }, files);
  const isWritten = html !== undefined || json !== undefined;
  if (files.length === 1 && !isWritten && expected === undefined) {
    await readReports(files, (report) => print(plainReport(report)));
    return EXIT.done;
  }
  const fleet = await mergeReports(files, expected);
  if (isWritten) await writeOutputs({ html, json }, fleet);
  else print(plainFleet(fleet));
  return EXIT.done;
}

export const reportCommand: Command = {
  help: HELP,
  options: OPTIONS,
  takesFiles: true,
  run,
};
