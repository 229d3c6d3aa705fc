import { parseArgs } from 'node:util';
import { plainReport } from '../../adapters/report/plain-report.ts';
import { isLeaking, type Report } from '../../domain/report.ts';
import { drain } from '../client/collect.ts';
import { status } from '../client/observe.ts';
import { type Command, EXIT, print, printJson } from './command.ts';
import { DrainDisplay } from './drain-display.ts';

const HELP = `usage: topo-gc drain [--json]

Collects everything pending and asks the engine whether anything is left; the agent goes on.
Exits with 70 where something could not be removed.

  --json  print the report
`;

async function drainShown(): Promise<Report> {
  using display = new DrainDisplay(async () => (await status()).pending);
  return await drain({ onProgress: display.progress });
}

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const report = await drainShown();
  if (values.json) printJson(report);
  else print(plainReport(report));
  return isLeaking(report) ? EXIT.leak : EXIT.done;
}

export const drainCommand: Command = {
  name: 'drain',
  summary: 'collect everything pending, and have the engine confirm it',
  help: HELP,
  run,
};
