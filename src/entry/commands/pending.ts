import { AgentClient } from '../../adapters/ipc/agent-client.ts';
import { members } from '../../adapters/report/figures.ts';
import { oneLine } from '../../adapters/report/one-line.ts';
import { countMembers } from '../../domain/collection.ts';
import { describeError } from '../../domain/errors.ts';
import { isDone, type Topology } from '../../domain/topology.ts';

/** How long an agent may take to say what is left, in ms. */
const LOOK_MS = 1_000;

/** So many topologies are named. */
const MOST_NAMED = 10;

/** What is left, a line for each topology that is pending, or why that is not known. Never rejects. */
export async function describePending(socket: string): Promise<string> {
  const client = new AgentClient(socket);
  try {
    const path = '/v1/topologies?state=pending';
    const pending = await client.get<(Topology & { readonly state: string })[]>(path, { timeoutMs: LOOK_MS });
    if (pending.length === 0) return 'nothing is left of what was handed over';
    const named = pending.slice(0, MOST_NAMED).map((topology) => {
      const left = topology.members.filter((member) => !isDone(member));
      return oneLine(`  ${topology.name}: ${members(countMembers(left))} ${topology.state}`);
    });
    const more = pending.length - named.length;
    return ['left:', ...named, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
  } catch (error) {
    return `what is left is not known: ${describeError(error)}`;
  } finally {
    client.close();
  }
}
