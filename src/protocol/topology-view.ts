import type { Fault } from '../domain/errors.ts';
import { type Topology, topologyState } from '../domain/topology/topology.ts';
import type { TopologyAnswer } from './topology-body.ts';

export const view = (
  topology: Topology,
  errors: readonly Fault[] = [],
  warnings: readonly Fault[] = [],
): TopologyAnswer => ({
  id: topology.id,
  name: topology.name,
  state: topologyState(topology),
  submittedAt: topology.submittedAt,
  ...(topology.leaseEndsAt !== undefined && { leaseEndsAt: topology.leaseEndsAt }),
  metadata: topology.metadata,
  members: topology.members,
  ...(errors.length > 0 && { errors }),
  ...(warnings.length > 0 && { warnings }),
});
