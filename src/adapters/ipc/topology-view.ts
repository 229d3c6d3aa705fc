import { type Topology, topologyState } from '../../domain/topology.ts';
import type { TopologyAnswer } from '../../domain/topology-body.ts';

export const view = (topology: Topology): TopologyAnswer => ({
  id: topology.id,
  name: topology.name,
  state: topologyState(topology),
  submittedAt: topology.submittedAt,
  metadata: topology.metadata,
  members: topology.members,
});
