import { parseArgs } from 'node:util';
import { strays } from '../../client/observing.ts';
import { aboutStray, type Strays } from '../../domain/strays/stray.ts';
import { nameAt } from '../../domain/text/name-at.ts';
import { whoseStrays } from '../../words/stray-words.ts';
import { type Command, EXIT, print, printJson, say } from '../command.ts';
import { terminalColumns } from '../terminal/live-line.ts';
import { type Paint, paintFor } from '../terminal/paint.ts';
import { alignTable } from '../terminal/table.ts';

const HELP = `usage: topo-gc strays [--json]

Lists what was made on the engine since the agent started, was not handed over, and still exists. The input strays says
what a drain does with it. On a terminal, long lines are cut.

  --json  print the answer of the API

  topo-gc strays
  topo-gc strays --json | jq -r '.members[].name'
`;

const OPTIONS = { json: { type: 'boolean' } } as const;

const HEAD = ['KIND', 'NAME', 'WHAT IS KNOWN'];

/** @param columns the width of the terminal; without it nothing is cut */
export function strayTable({ members }: Strays, paint: Paint, columns?: number): string[] {
  const rows = members.map((stray) => [stray.kind, nameAt(stray), aboutStray(stray)]);
  return alignTable([HEAD, ...rows], {
    columns,
    paint: (cell, row) => (row === 0 ? paint('bold', cell) : cell),
  });
}

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const found = await strays();
  const { stdout } = process;
  if (values.json) {
    printJson(found);
    return EXIT.done;
  }
  print(strayTable(found, paintFor(stdout), stdout.isTTY ? terminalColumns(stdout) : undefined).join('\n'));
  const { members, more = 0 } = found;
  if (more > 0) say(`${more} more were not looked at`);
  if (members.length > 0) say(whoseStrays(found));
  return EXIT.done;
}

export const straysCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
