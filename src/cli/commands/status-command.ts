import { parseArgs } from 'node:util';
import { status as askStatus } from '../../client/observing.ts';
import { type Command, EXIT, print, printJson } from '../command.ts';
import { describeStatus } from '../status/status-view.ts';
import { watchStatus } from '../status/watch.ts';
import { terminalColumns } from '../terminal/live-line.ts';
import { paintFor } from '../terminal/paint.ts';

const HELP = `usage: topo-gc status [--watch] [--json]

Shows the readings beside the thresholds, what is pending, and what was removed so far.

  --watch  keep showing them as they change, until q, Ctrl-C or the agent's end: on the whole terminal, or a line each
           time if there is no terminal
  --json   print the answer of the API; with --watch one object per line

  topo-gc status
  topo-gc status --watch
  topo-gc status --json --watch | jq .pending.containers
`;

const OPTIONS = { json: { type: 'boolean' }, watch: { type: 'boolean' } } as const;

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.watch) return watchStatus(values.json === true);
  const status = await askStatus();
  const { stdout } = process;
  if (values.json) printJson(status);
  else
    print(
      describeStatus(status, paintFor(stdout), stdout.isTTY ? terminalColumns(stdout) : undefined).join('\n'),
    );
  return EXIT.done;
}

export const statusCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
