import { parseArgs } from 'node:util';
import { collect } from '../../client/collecting.ts';
import { topologies as listTopologies } from '../../client/observing.ts';
import type { CollectionRecord } from '../../domain/removal/collection.ts';
import { duration, members, otherwise, topologies } from '../../words/figures.ts';
import { oneLine } from '../../words/one-line.ts';
import { type Command, EXIT, print, printJson } from '../command.ts';

const HELP = `usage: topo-gc collect [--wait] [--json]

Collects everything pending now: waits until it has stopped, and removes it.

  --wait  answer only when the collection is over
  --json  print the answer of the API

  topo-gc collect
  topo-gc collect --wait --json | jq .removed
`;

const OPTIONS = { wait: { type: 'boolean' }, json: { type: 'boolean' } } as const;

const NOTHING = 'nothing is pending';

const describe = ({
  topologies: ids,
  removed,
  goneOtherwise,
  failed,
  startedAt,
  endedAt,
}: CollectionRecord): string =>
  ids.length === 0
    ? NOTHING
    : `${members(removed)} of ${topologies(ids.length)} removed${otherwise({ goneOtherwise })} in ${duration(endedAt - startedAt)}, ${failed} failed`;

/** A line for each member that could not be removed. */
async function whyFailed({ topologies: ids }: CollectionRecord): Promise<string[]> {
  const collected = (await listTopologies({ pending: true })).filter(({ id }) => ids.includes(id));
  return collected.flatMap(({ id, members: all }) =>
    all
      .filter(({ state }) => state === 'failed')
      .map(({ kind, name, error = 'failed' }) => oneLine(`  ${kind} ${name} of ${id}: ${error}`)),
  );
}

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (!values.wait) {
    const answer = await collect();
    if (values.json) printJson(answer);
    else
      print(answer.topologies.length === 0 ? NOTHING : `collecting ${topologies(answer.topologies.length)}`);
    return EXIT.done;
  }
  const record = await collect({ wait: true });
  if (values.json) printJson(record);
  else print([describe(record), ...(record.failed > 0 ? await whyFailed(record) : [])].join('\n'));
  return record.failed > 0 ? EXIT.refused : EXIT.done;
}

export const collectCommand: Command = {
  help: HELP,
  options: OPTIONS,
  run,
};
