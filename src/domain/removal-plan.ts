import { isDone, type Member, type Topology } from './topology.ts';

/** A member, and the containers that must have exited before it can go. */
export interface PlannedRemoval {
  readonly member: Member;
  readonly after: readonly Member[];
}

const containers = (topologies: readonly Topology[]): Member[] =>
  topologies.flatMap((topology) => topology.members.filter((member) => member.kind === 'container'));

/**
 * What is left of a topology, and what each waits for: a container for nobody, a network for the containers that are
 * attached to it, of whichever pending topology, a volume for all containers of its own.
 */
export function planRemoval(topology: Topology, pending: readonly Topology[]): PlannedRemoval[] {
  const own = containers([topology]).filter((member) => !isDone(member));
  const all = containers(pending).filter((member) => !isDone(member));
  const after = (member: Member): Member[] => {
    if (member.kind === 'container') return [];
    if (member.kind === 'volume') return own;
    return all.filter((container) => container.networks?.includes(member.id));
  };
  return topology.members
    .filter((member) => !isDone(member))
    .map((member) => ({ member, after: after(member) }));
}
