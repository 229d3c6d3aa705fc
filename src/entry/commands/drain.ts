import { parseArgs } from 'node:util';
import { leakLines, plainReport, progressLine } from '../../adapters/report/plain-report.ts';
import { drain } from '../client/collect.ts';
import { type Command, EXIT, print, printJson, say } from './command.ts';

const HELP = `usage: topo-gc drain [--json]

Collects everything pending and asks the engine whether anything is left; the agent goes on.
Exits with 70 where something could not be removed.

  --json  print the report
`;

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const report = await drain({ onProgress: (progress) => say(progressLine(progress)) });
  if (values.json) printJson(report);
  else print(plainReport(report));
  return leakLines(report).length > 0 ? EXIT.leak : EXIT.done;
}

export const drainCommand: Command = {
  name: 'drain',
  summary: 'collect everything pending, and have the engine confirm it',
  help: HELP,
  run,
};
