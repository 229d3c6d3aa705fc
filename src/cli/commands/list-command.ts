import { parseArgs } from 'node:util';
import { topologies } from '../../client/observing.ts';
import { countMembers } from '../../domain/removal/collection.ts';
import { isKept } from '../../domain/topology/topology.ts';
import type { TopologyAnswer } from '../../protocol/topology-body.ts';
import { members } from '../../words/figures.ts';
import { type Command, EXIT, print, printJson } from '../command.ts';
import { terminalColumns } from '../terminal/live-line.ts';
import { type Paint, paintFor } from '../terminal/paint.ts';
import { alignTable } from '../terminal/table.ts';

const HELP = `usage: topo-gc list [--pending] [--json]

Lists the topologies that were submitted, the oldest first. On a terminal, long lines are cut.

  --pending  only those not yet removed
  --json     print the answer of the API

  topo-gc list
  topo-gc list --pending --json | jq -r '.[].id'
`;

const OPTIONS = { pending: { type: 'boolean' }, json: { type: 'boolean' } } as const;

const HEAD = ['ID', 'NAME', 'STATE', 'SUBMITTED', 'MEMBERS'];
const STATE = HEAD.indexOf('STATE');

/** @param columns the width of the terminal; without it nothing is cut */
export function listLines(listed: readonly TopologyAnswer[], paint: Paint, columns?: number): string[] {
  const rows = listed.map(({ id, name, state, submittedAt, leaseEndsAt, members: all }) => [
    id,
    name,
    leaseEndsAt === undefined ? state : `${state} until ${new Date(leaseEndsAt).toISOString()}`,
    new Date(submittedAt).toISOString(),
    members(countMembers(all.filter((member) => member.state !== 'absent' && !isKept(member)))),
  ]);
  return alignTable([HEAD, ...rows], {
    columns,
    paint: (cell, row, column) => {
      if (row === 0) return paint('bold', cell);
      return column === STATE && cell.trimEnd() === 'failed' ? paint('red', cell) : cell;
    },
  });
}

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const listed = await topologies({ pending: values.pending });
  const { stdout } = process;
  if (values.json) printJson(listed);
  else
    print(listLines(listed, paintFor(stdout), stdout.isTTY ? terminalColumns(stdout) : undefined).join('\n'));
  return EXIT.done;
}

export const listCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
