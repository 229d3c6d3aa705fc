import { isDone, type Member, type Topology } from '../topology/topology.ts';
import type { LayerBytes } from './measure.ts';

/** The members of a kind that a topology still has. */
export const leftOf = (topology: Topology, kind: Member['kind']): Member[] =>
  topology.members.filter((member) => member.kind === kind && !isDone(member));

/** How many members of a kind topologies still have in all. */
export const countLeftOf = (topologies: readonly Topology[], kind: Member['kind']): number =>
  topologies.reduce((sum, topology) => sum + leftOf(topology, kind).length, 0);

export const isRunning = (topology: Topology): boolean =>
  leftOf(topology, 'container').some(({ stoppedAt }) => stoppedAt === undefined);

/** What the writable layers of a topology hold, in bytes. */
export const layersOf = (topology: Topology, layerBytes: LayerBytes): number =>
  leftOf(topology, 'container').reduce((sum, { id }) => sum + (layerBytes.get(id) ?? 0), 0);
