import { kindOf } from '../domain/kinds/kinds.ts';
import { isDone, type Member, type Topology, type TopologyId } from '../domain/topology/topology.ts';
import type { Milestone } from '../protocol/agent-service.ts';
import type { AgentState } from './agent-state.ts';

/** True if a member has reached the milestone, or never will. */
function hasReached(member: Member, milestone: Milestone): boolean {
  if (isDone(member) || member.state === 'failed') return true;
  return milestone === 'stopped' && (!kindOf(member.kind).hasToStop || member.stoppedAt !== undefined);
}

/** Resolves with the topology when all its members have reached the milestone or have failed. */
export function untilReached(state: AgentState, id: TopologyId, milestone: Milestone): Promise<Topology> {
  const reached = (): Topology | undefined => {
    const topology = state.ledger.topologies.get(id);
    return topology?.members.every((member) => hasReached(member, milestone)) ? topology : undefined;
  };
  return new Promise((resolve) => {
    const now = reached();
    if (now !== undefined) {
      resolve(now);
      return;
    }
    const unsubscribe = state.subscribe(() => {
      const then = reached();
      if (then === undefined) return;
      unsubscribe();
      resolve(then);
    });
  });
}
