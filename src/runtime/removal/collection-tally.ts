import { type CollectionRecord, countMembers } from '../../domain/removal/collection.ts';
import type { RemovalPlan } from '../../domain/removal/removal-plan.ts';
import {
  identityOf,
  type Member,
  memberKey,
  type Topology,
  type TopologyId,
} from '../../domain/topology/topology.ts';
import type { Ending } from './removals-under-way.ts';

/** What is left of one topology for a collection. */
export interface PlannedTopology {
  readonly topology: Topology;
  readonly plan: RemovalPlan;
}

const keyOf = (id: TopologyId, member: Member): string => `${id} ${memberKey(member)}`;

/** What a collection is about to remove, and the outcome: it counts what it has removed itself. */
export class CollectionTally {
  readonly #awaited = new Set<string>();
  readonly #settled: { readonly member: Member; readonly ending: Ending }[] = [];

  constructor(planned: readonly PlannedTopology[]) {
    for (const { topology, plan } of planned)
      for (const { member } of plan) this.#awaited.add(keyOf(topology.id, member));
  }

  /** Whether that member is still to be removed, or under way. */
  awaits(id: TopologyId, member: Member): boolean {
    return this.#awaited.has(keyOf(id, member));
  }

  /** Counts how a removal ends. */
  async follow(topology: Topology, member: Member, removal: Promise<Ending>): Promise<void> {
    this.#settled.push({ member, ending: await removal });
    this.#awaited.delete(keyOf(topology.id, member));
  }

  outcome(): Pick<CollectionRecord, 'removed' | 'goneOtherwise' | 'failed'> {
    const ended = (ending: Ending) => this.#settled.filter((each) => each.ending === ending);
    // Each member once, whatever topologies name it.
    const byIdentity = (ending: Ending) =>
      new Map(ended(ending).map(({ member }) => [identityOf(member), member]));
    const removed = byIdentity('removed');
    const otherwise = [...byIdentity('otherwise')].filter(([identity]) => !removed.has(identity));
    return {
      removed: countMembers(removed.values()),
      ...(otherwise.length > 0 && { goneOtherwise: countMembers(otherwise.map(([, member]) => member)) }),
      failed: ended('failed').length,
    };
  }
}
