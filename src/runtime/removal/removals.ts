import type { MemberKind } from '../../domain/kinds/kinds.ts';
import { isDone, membersOf, type TopologyId } from '../../domain/topology/topology.ts';
import { UsedByOthers } from './kinds/network-holders.ts';
import { removeContainer } from './kinds/remove-container.ts';
import { removeNetwork } from './kinds/remove-network.ts';
import { removeService } from './kinds/remove-service.ts';
import { removeVolume } from './kinds/remove-volume.ts';
import { hasFault, type Removal, type RemovalParts, type Remover } from './kinds/remover.ts';
import type { Ending, RemovalsUnderWay } from './removals-under-way.ts';

interface RemovalsOptions extends RemovalParts {
  readonly underWay: RemovalsUnderWay;
}

/** Removes what is no longer wanted, and does nothing else. */
const removePlainly: Remover = async ({ requests }, { topology, member, holders, limit: { signal } }) => {
  await requests.untilExited(holders, signal);
  try {
    return await requests.ask(topology, member, signal);
  } catch (error) {
    throw hasFault(error, 'in-use') ? new UsedByOthers(error, []) : error;
  }
};

/** Kinds that need more work. */
const REMOVERS: { readonly [K in MemberKind]?: Remover<K> } = {
  container: removeContainer,
  network: removeNetwork,
  service: removeService,
  volume: removeVolume,
};

const removerOf = (kind: MemberKind): Remover => (REMOVERS[kind] as Remover | undefined) ?? removePlainly;

/** How long a submission waits for the removal of its links, in ms; the removal goes on afterwards. */
const LINKS_MS = 1_000;

/** How long a link may take, in ms. */
const LINK_MS = 10_000;

/** Removes members, each on its own: one that fails or hangs stops no other; no method rejects. */
export class Removals {
  readonly #options: RemovalsOptions;

  constructor(options: RemovalsOptions) {
    this.#options = options;
  }

  /** Removes a member, or joins its removal that is already under way. */
  remove(removal: Removal): Promise<Ending> {
    const { topology, member, limit } = removal;
    const remove = removerOf(member.kind);
    return this.#options.underWay.settle(topology, member, limit, () => remove(this.#options, removal));
  }

  /**
   * Removes a topology's links, as the next build may need their names. Resolves when they are gone, or after a second.
   */
  async netns(id: TopologyId): Promise<void> {
    const { state, clock } = this.#options;
    const topology = state.ledger.topologies.get(id);
    const links = topology ? membersOf(topology, 'netns').filter((member) => !isDone(member)) : [];
    if (topology === undefined || links.length === 0) return;
    const over = new AbortController();
    const removals = links.map((member) => {
      const limit = { signal: clock.timeout(LINK_MS), isPatient: false };
      return this.remove({ topology, member, limit, holders: [], othersGone: Promise.resolve() });
    });
    await Promise.race([Promise.all(removals), clock.sleep(LINKS_MS, over.signal)]);
    over.abort();
  }
}
