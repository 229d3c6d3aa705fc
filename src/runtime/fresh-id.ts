import type { TopologyId } from '../domain/topology/topology.ts';
import type { AgentState } from './agent-state.ts';

/** An id that no topology and no lease has: `first`, `first-2` and so on. */
export function freshId({ ledger }: AgentState, first: string): TopologyId {
  let id = first as TopologyId;
  for (let more = 2; ledger.topologies.has(id) || ledger.leases.has(id); more++)
    id = `${first}-${more}` as TopologyId;
  return id;
}
