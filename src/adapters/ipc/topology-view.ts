import { type Topology, topologyState } from '../../domain/topology.ts';

/** A topology as answered: with its state, that of the member furthest behind. Times in ms since the epoch. */
export const view = (topology: Topology) => ({
  id: topology.id,
  name: topology.name,
  state: topologyState(topology),
  submittedAt: topology.submittedAt,
  metadata: topology.metadata,
  members: topology.members,
});
