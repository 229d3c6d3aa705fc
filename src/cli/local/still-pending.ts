import { type AgentAddress, openClient } from '../../client/agent-address.ts';
import { describeError } from '../../domain/errors.ts';
import { countMembers } from '../../domain/removal/collection.ts';
import { isDone } from '../../domain/topology/topology.ts';
import type { TopologyAnswer } from '../../protocol/topology-body.ts';
import { members } from '../../words/figures.ts';
import { oneLine } from '../../words/one-line.ts';

/** How long an agent may take to say what is left, in ms. */
const LOOK_MS = 1_000;

/** So many topologies are named. */
const MOST_NAMED = 10;

/** What is left, a line for each topology that is pending, or why that is not known. Never rejects. */
export async function describePending(address: AgentAddress): Promise<string> {
  const client = openClient(address);
  try {
    const path = '/v1/topologies?state=pending';
    const pending = await client.get<TopologyAnswer[]>(path, { timeoutMs: LOOK_MS });
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
