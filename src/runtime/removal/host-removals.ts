import pLimit from 'p-limit';
import type { HostKind } from '../../domain/kinds/kinds.ts';
import type { Clock, HostLeftovers } from '../../domain/ports.ts';
import {
  isDone,
  type MemberOf,
  memberKey,
  membersOf,
  type Topology,
  type TopologyId,
} from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { unlessAborted } from '../engine-retry.ts';
import type { Ending, RemovalLimit, RemovalsUnderWay } from './removals-under-way.ts';

interface HostRemovalsOptions {
  readonly leftovers: HostLeftovers;
  readonly state: AgentState;
  readonly underWay: RemovalsUnderWay;
  readonly clock: Clock;
}

/** They share the threads in which the journal is synced; a link is one call, a path may be many thousands. */
const AT_ONCE: Readonly<Record<HostKind, number>> = { netns: 8, path: 2 };

/** How long a submission waits for its links to go, in ms; they go on in any case. */
const LINKS_MS = 1_000;

/** How long a link may take, in ms. */
const LINK_MS = 10_000;

/** Removes links and paths, each on its own: none that fails stops another; no method rejects. */
export class HostRemovals {
  readonly #options: HostRemovalsOptions;
  readonly #limits = { netns: pLimit(AT_ONCE.netns), path: pLimit(AT_ONCE.path) };

  constructor(options: HostRemovalsOptions) {
    this.#options = options;
  }

  /** Removes a topology's links, as the next build may need their names; resolves when they are gone, or after a second. */
  async links(id: TopologyId): Promise<void> {
    const { state, clock } = this.#options;
    const topology = state.ledger.topologies.get(id);
    const links = topology ? membersOf(topology, 'netns').filter((member) => !isDone(member)) : [];
    if (topology === undefined || links.length === 0) return;
    const over = new AbortController();
    const removals = links.map((link) => {
      const limit = { signal: clock.timeout(LINK_MS), isPatient: false };
      return this.member(topology, link, limit);
    });
    await Promise.race([Promise.all(removals), clock.sleep(LINKS_MS, over.signal)]);
    over.abort();
  }

  /** Removes one, unless its name was taken again: that one is somebody else's. */
  member(topology: Topology, member: MemberOf<HostKind>, limit: RemovalLimit): Promise<Ending> {
    const { leftovers, state, clock, underWay } = this.#options;
    const { signal } = limit;
    return underWay.settle(topology, member, limit, () =>
      this.#limits[member.kind](() => {
        signal.throwIfAborted();
        const event = { topology: topology.id, member: memberKey(member) };
        state.record({ type: 'removing', at: clock.now(), ...event });
        return unlessAborted(leftovers.remove(member, signal), signal);
      }),
    );
  }
}
