import { countMembers, type MemberCounts, NO_MEMBERS } from './collection.ts';
import type { Topology } from './topology.ts';

/** What is kept of topologies and collections that are over for long: their figures. */
export interface History {
  readonly topologies: number;
  readonly removed: MemberCounts;
  readonly oneByOneMs: number;
  readonly collections: number;
}

export const NO_HISTORY: History = { topologies: 0, removed: NO_MEMBERS, oneByOneMs: 0, collections: 0 };

/** Members that are gone, not those that were left to others. */
export const countRemoved = (topologies: readonly Topology[]): MemberCounts =>
  countMembers(
    topologies.flatMap(({ members }) =>
      members.filter(({ state, error }) => state === 'removed' && error === undefined),
    ),
  );
