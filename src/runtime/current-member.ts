import { isSameMember, type Member, type Topology } from '../domain/topology/topology.ts';
import type { AgentState } from './agent-state.ts';

/** The member as it is now; a collection's copy may be out of date. */
export function currentMember({ ledger }: AgentState, topology: Topology, member: Member): Member {
  const known = ledger.topologies.get(topology.id)?.members;
  // Of two volumes that the engine can't tell apart, the last is the one that is not removed yet.
  return known?.findLast((other) => isSameMember(other, member)) ?? member;
}
