import { type AgentAddress, openClient } from '../../client/agent-address.ts';
import { describeError } from '../../domain/errors.ts';
import { countMembers } from '../../domain/removal/collection.ts';
import { isDone } from '../../domain/topology/topology.ts';
import type { TopologyAnswer } from '../../protocol/topology-body.ts';
import { members } from '../../words/figures.ts';
import { oneLine } from '../../words/one-line.ts';

/** The most time for an agent to list the pending topologies, in ms. */
const LOOK_MS = 1_000;

/** The most topologies that are named. */
const MOST_NAMED = 10;

/** One line for each pending topology, or the reason why they are unknown. Never rejects. */
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
