import type { HostMoment } from '../../../domain/moment.ts';
import type { Clock, Log } from '../../../domain/ports.ts';
import { isUnsure } from '../../../domain/topology/known-member.ts';
import type { MemberRef } from '../../../domain/topology/submission.ts';
import type { Topology, TopologyId } from '../../../domain/topology/topology.ts';
import type { AgentState } from '../../agent-state.ts';
import type { Submissions } from '../submissions.ts';
import type { LeaseClients } from './lease-clients.ts';

interface LeaseEndsOptions {
  readonly state: AgentState;
  readonly submissions: Submissions;
  readonly clients: LeaseClients;
  readonly clock: Clock;
  readonly log: Log;
}

/** Between two attempts at what could not be submitted, in ms. */
export const AGAIN_MS = 500;

/** How long an engine may take to make what it was asked for, in ms: it goes on after its client is gone. */
const LATE_MS = 3_000;

/** The absent names of a lease that has ended. */
export interface LateNames {
  readonly id: TopologyId;
  readonly refs: readonly MemberRef[];
  /** When the lease's client was last there. */
  readonly spoken?: HostMoment;
}

const membersMissing = (topology: Topology | undefined): ReadonlySet<string> =>
  new Set(
    topology?.members
      .filter((member) => member.state === 'absent' && !isUnsure(member))
      .map(({ kind, name }) => `${kind} ${name}`),
  );

/** The ends of leases: the agent submits each, and remembers what its client may still have under way. */
export class LeaseEnds {
  readonly #options: LeaseEndsOptions;
  /** Leases whose end is under way: a slow one holds up no look at another. */
  readonly #underWay = new Set<TopologyId>();
  /** Until when something that an ended client was about to make may still come, in ms since the epoch. */
  #lateUntil = Number.NEGATIVE_INFINITY;
  readonly #late: LateNames[] = [];

  constructor(options: LeaseEndsOptions) {
    this.#options = options;
  }

  /** When nothing more can come from clients that are gone, in ms since the epoch. */
  get lateUntil(): number {
    return this.#lateUntil;
  }

  /** Names of ended leases that found nothing; each is returned once. */
  takeLate(): LateNames[] {
    return this.#late.splice(0);
  }

  isUnderWay(id: TopologyId): boolean {
    return this.#underWay.has(id);
  }

  /** Ends a lease whose client is gone. Resolves when it is time for another try. */
  async endAndRest(id: TopologyId, spoken: HostMoment, signal: AbortSignal): Promise<void> {
    const { state, clock } = this.#options;
    this.#underWay.add(id);
    try {
      await this.end(id, spoken);
      if (state.ledger.leases.has(id)) await clock.sleep(AGAIN_MS, signal);
    } finally {
      this.#underWay.delete(id);
    }
  }

  /**
   * Never rejects: what could not be submitted stays leased, and the agent looks at it again.
   * @param spoken when its client was last there; absent while the client is there
   */
  async end(id: TopologyId, spoken: HostMoment | undefined): Promise<void> {
    const { state, submissions, clients, clock, log } = this.#options;
    const lease = state.ledger.leases.get(id);
    if (lease === undefined) return;
    const isOver = lease.ttl !== undefined && clients.goneSince(id) !== undefined;
    const submission = { id, members: [], selectors: [], metadata: {}, ...(spoken && { spoken }) };
    try {
      await submissions.take(submission, clock.now(), { leavesForeign: true });
      clients.forget(id);
      // A client with a time to live has ended long ago.
      if (lease.ttl === undefined) this.#noteLate(id, lease.absent, spoken);
      log.info(`the lease ${id} has ended${isOver ? ' with its time to live' : ''} and is submitted`);
    } catch (error) {
      log.error(`the lease ${id} could not be submitted`, { error });
    }
  }

  /** What the engine was asked to make when the client ended comes a moment later. */
  #noteLate(id: TopologyId, absent: readonly MemberRef[], spoken: HostMoment | undefined): void {
    const { state, clock } = this.#options;
    const missing = membersMissing(state.ledger.topologies.get(id));
    const refs = absent.filter((ref) => missing.has(`${ref.kind} ${ref.ref}`));
    if (refs.length === 0) return;
    this.#lateUntil = clock.now() + LATE_MS;
    this.#late.push({ id, refs, ...(spoken && { spoken }) });
  }
}
