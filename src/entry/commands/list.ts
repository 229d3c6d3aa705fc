import { parseArgs } from 'node:util';
import { members } from '../../adapters/report/figures.ts';
import { oneLine } from '../../adapters/report/one-line.ts';
import { countMembers } from '../../domain/collection.ts';
import { topologies } from '../client/observe.ts';
import { type Command, EXIT, print, printJson } from './command.ts';

const HELP = `usage: topo-gc list [--pending] [--json]

Lists the topologies that were submitted, the oldest first.

  --pending  only those not yet removed
  --json     print the answer of the API
`;

/** Columns as wide as their widest cell; what a name holds can't end a line or move the cursor. */
function align(table: readonly (readonly string[])[]): string {
  const rows = table.map((row) => row.map(oneLine));
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function run(args: readonly string[]): Promise<number> {
  const options = { pending: { type: 'boolean' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const listed = await topologies({ pending: values.pending });
  if (values.json) printJson(listed);
  else
    print(
      align([
        ['ID', 'NAME', 'STATE', 'SUBMITTED', 'MEMBERS'],
        ...listed.map(({ id, name, state, submittedAt, members: all }) => [
          id,
          name,
          state,
          new Date(submittedAt).toISOString(),
          members(countMembers(all.filter((member) => member.state !== 'absent'))),
        ]),
      ]),
    );
  return EXIT.done;
}

export const listCommand: Command = { name: 'list', summary: 'list the topologies', help: HELP, run };
