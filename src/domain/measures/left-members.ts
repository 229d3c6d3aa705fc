import { isDone, isStopping, type Member, type Topology } from '../topology/topology.ts';
import type { LayerBytes } from './measure.ts';

/** The members of a kind that a topology still has. */
export const leftOf = (topology: Topology, kind: Member['kind']): Member[] =>
  topology.members.filter((member) => member.kind === kind && !isDone(member));

/** The number of members of a kind that topologies still have in total. */
export const countLeftOf = (topologies: readonly Topology[], kind: Member['kind']): number =>
  topologies.reduce((sum, topology) => sum + leftOf(topology, kind).length, 0);

export const isRunning = (topology: Topology): boolean =>
  topology.members.some((member) => isStopping(member) && !isDone(member) && member.stoppedAt === undefined);

/** The size of a topology's writable layers, in bytes. */
export const layersOf = (topology: Topology, layerBytes: LayerBytes): number =>
  leftOf(topology, 'container').reduce((sum, { id }) => sum + (layerBytes.get(id) ?? 0), 0);
