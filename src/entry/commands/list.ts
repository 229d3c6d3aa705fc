import { parseArgs } from 'node:util';
import { members } from '../../adapters/report/figures.ts';
import { oneLine } from '../../adapters/report/one-line.ts';
import { countMembers } from '../../domain/collection.ts';
import type { Topology } from '../../domain/topology.ts';
import { type Command, EXIT, print, printJson, withAgent } from './command.ts';

const HELP = `usage: topo-gc list [--pending] [--json]

Lists the topologies that were submitted, the oldest first.

  --pending  only those not yet removed
  --json     print the answer of the API
`;

type Listed = Topology & { readonly state: string };

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
  const path = values.pending ? '/v1/topologies?state=pending' : '/v1/topologies';
  const listed = await withAgent((client) => client.get<Listed[]>(path));
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
