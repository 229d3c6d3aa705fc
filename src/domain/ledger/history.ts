import { countMembers, type MemberCounts, NO_MEMBERS } from '../removal/collection.ts';
import { identityOf, type Member, type Topology } from '../topology/topology.ts';

/** The figures of topologies and collections that ended long ago. */
export interface History {
  readonly topologies: number;
  readonly removed: MemberCounts;
  readonly oneByOneMs: number;
  readonly collections: number;
}

export const NO_HISTORY: History = { topologies: 0, removed: NO_MEMBERS, oneByOneMs: 0, collections: 0 };

/** Members that are gone, without those that were left to others. A member that several topologies name counts once. */
export function countRemoved(topologies: readonly Topology[]): MemberCounts {
  const gone = new Map<string, Member>();
  for (const { members } of topologies)
    for (const member of members)
      if (member.state === 'removed' && member.error === undefined) gone.set(identityOf(member), member);
  return countMembers(gone.values());
}
