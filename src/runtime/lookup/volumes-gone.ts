import { pendingTopologies } from '../../domain/ledger/ledger.ts';
import type { Clock } from '../../domain/ports.ts';
import { remember } from '../../domain/remember.ts';
import type { AtSite } from '../../domain/site.ts';
import { isDone, type MemberKey, memberKey, type TopologyId } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';

interface VolumesGoneOptions {
  readonly state: AgentState;
  readonly clock: Clock;
}

/** Fewer volumes than this go while one submission is looked up. */
const MOST_REMEMBERED = 1_000;

/**
 * Notes volumes that are gone, whoever has removed them. A name may be reused at once, and creation times in whole
 * seconds, or times that move, could not tell the two volumes apart.
 */
export class VolumesGone {
  readonly #options: VolumesGoneOptions;
  /** When the last volume of each name and engine went, in ms since the epoch. */
  readonly #goneAt = new Map<MemberKey, number>();

  constructor(options: VolumesGoneOptions) {
    this.#options = options;
  }

  /** Whether a volume of that name has gone since this agent began to listen: the present one is younger. */
  has(name: string, at: AtSite): boolean {
    return this.#goneAt.has(keyOf(name, at));
  }

  /** A volume of that name is gone: no topology or lease has it any more. */
  note(name: string, at: AtSite): void {
    const { state, clock } = this.#options;
    const key = keyOf(name, at);
    remember(this.#goneAt, key, clock.now(), MOST_REMEMBERED);
    for (const { id, members } of pendingTopologies(state.ledger))
      if (members.some((each) => memberKey(each) === key && !isDone(each))) this.#record(id, key);
    for (const { id, members } of state.ledger.leases.values())
      if (members.some((each) => memberKey(each) === key)) this.#record(id, key);
  }

  /**
   * The same for a new topology: notes its volumes that went while it was looked up and written down.
   * @param since when the look-up began, in ms since the epoch
   */
  noteSince(id: TopologyId, since: number): void {
    const { topologies, leases } = this.#options.state.ledger;
    const { members } = topologies.get(id) ?? leases.get(id) ?? { members: [] };
    for (const member of members)
      if (
        member.kind === 'volume' &&
        (this.#goneAt.get(memberKey(member)) ?? Number.NEGATIVE_INFINITY) >= since
      )
        this.#record(id, memberKey(member));
  }

  #record(topology: TopologyId, member: MemberKey): void {
    this.#options.state.record({ type: 'removed', at: this.#options.clock.now(), topology, member });
  }
}

const keyOf = (name: string, { site }: AtSite): MemberKey =>
  memberKey({ kind: 'volume', id: name, ...(site !== undefined && { site }) });
