import { type Fault, TopoGcError } from '../../domain/errors.ts';
import type { HostMoment } from '../../domain/moment.ts';
import type { Clock, Log, Processes } from '../../domain/ports.ts';
import { type Lease, leasedTopology, type NamedTerm } from '../../domain/topology/lease.ts';
import type { Submission } from '../../domain/topology/submission.ts';
import type { Topology, TopologyId } from '../../domain/topology/topology.ts';
import { unawaited } from '../../domain/unawaited.ts';
import type { DrainTrigger } from '../../protocol/agent-service.ts';
import type { AgentState } from '../agent-state.ts';
import { LeaseClients } from './leasing/lease-clients.ts';
import { AGAIN_MS, type LateNames, LeaseEnds } from './leasing/lease-ends.ts';
import { watchableOwner } from './leasing/watchable-owner.ts';
import type { Submissions } from './submissions.ts';

interface LeasesOptions {
  readonly state: AgentState;
  readonly submissions: Submissions;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly log: Log;
  /** When the agent before this one was last alive. */
  readonly lastAlive?: HostMoment | undefined;
}

/**
 * Between two looks at the owners, in ms: what is made after the last look that saw an owner alive may belong to
 * somebody else.
 */
export const LOOK_MS = 100;

/** The same while there are no leases. */
const IDLE_LOOK_MS = 500;

export type { LateNames };

/** Leases: the agent submits each when its owner is gone. */
export class Leases {
  readonly #options: LeasesOptions;
  readonly #clients: LeaseClients;
  readonly #ends: LeaseEnds;
  /** Ends the pause before the next look. */
  #pause = new AbortController();

  constructor(options: LeasesOptions) {
    this.#options = options;
    this.#clients = new LeaseClients(options);
    this.#ends = new LeaseEnds({ ...options, clients: this.#clients });
  }

  /**
   * Resolves once the lease is on disk.
   * @param term empty if an open connection is the lease
   * @throws TopoGcError as a submission does, and `refused` if the owner can't be watched
   */
  async take(
    submission: Submission,
    { owner: named, ttlMs }: NamedTerm = {},
  ): Promise<{ topology: Topology; known: boolean; errors: readonly Fault[] }> {
    const { processes, submissions, state, clock } = this.#options;
    const owner = named && watchableOwner(named, processes);
    const isHeld = owner === undefined && ttlMs === undefined;
    // To look up what is leased may take long, and the client may be gone by then.
    const seenAt = clock.timeOfDay();
    const before = submission.id === undefined ? undefined : state.ledger.leases.get(submission.id);
    // A request that holds the lease by its connection renews it too.
    const ms = isHeld ? before?.ttl?.ms : ttlMs;
    const ttl = ms === undefined ? undefined : { ms, spokenAt: seenAt };
    using _ = this.#clients.renewing(submission.id);
    const { lease, known, errors } = await submissions.lease(submission, {
      ...(owner && { owner }),
      ...(ttl && { ttl }),
    });
    this.#clients.add(lease, { seenAt, isHeld });
    this.#pause.abort();
    return { topology: this.view(lease), known, errors };
  }

  /** When a lease ends unless a request names it, in ms since the epoch; `undefined` without a time to live. */
  endOf(lease: Lease): number | undefined {
    return this.#clients.endOf(lease);
  }

  /** A lease as clients see it. */
  view(lease: Lease): Topology {
    return leasedTopology(lease, 'leased', this.endOf(lease));
  }

  /** When nothing more can come from clients that are gone, in ms since the epoch. */
  get lateUntil(): number {
    return this.#ends.lateUntil;
  }

  /** Names of ended leases that found nothing; each is returned once. */
  takeLate(): LateNames[] {
    return this.#ends.takeLate();
  }

  /** Gives a lease back: nothing of it is stopped or removed. @throws TopoGcError `not-found`, `already-submitted` */
  drop(id: TopologyId): Topology {
    const { state, clock } = this.#options;
    const lease = state.ledger.leases.get(id);
    if (lease === undefined) {
      if (state.ledger.topologies.has(id))
        throw new TopoGcError(
          'already-submitted',
          `The topology ${id} is submitted already: its lease can't be dropped`,
        );
      throw new TopoGcError('not-found', `There is no lease ${id}`);
    }
    this.#clients.forget(id);
    state.record({ type: 'dropped', at: clock.now(), topology: id });
    return leasedTopology(lease, 'dropped');
  }

  /** Ends one hold on a lease. When the last hold ends, the agent submits the lease, unless its owner lives. */
  async release(id: TopologyId): Promise<void> {
    this.#clients.close(id, this.#options.state.ledger.leases.get(id));
    const spoken = this.#clients.goneSince(id);
    if (spoken !== undefined) await this.#ends.end(id, spoken);
  }

  /**
   * The leases that a drain must submit: all of them if it is the final drain, else those whose clients are gone by
   * now.
   */
  due(final: boolean): Lease[] {
    const leases = [...this.#options.state.ledger.leases.values()];
    for (const lease of leases) this.#clients.look(lease);
    return leases.filter(({ id }) => final || this.#clients.goneSince(id) !== undefined);
  }

  /**
   * Submits what a drain must submit. If some of it fails, resolves when it is time to try again.
   * @param trigger why the drain runs: in the place of a dead agent, what may have been made after that agent's end
   *   does not count
   */
  async endDue(
    signal: AbortSignal,
    { final, trigger }: { readonly final: boolean; readonly trigger: DrainTrigger },
  ): Promise<void> {
    const { clock, lastAlive } = this.#options;
    const isInPlace = trigger !== 'drain';
    await Promise.all(
      this.due(final).map((lease) => {
        const { id, ttl } = lease;
        const isOfThis = ttl !== undefined || (!isInPlace && this.#clients.hasSeen(id));
        return this.#ends.end(id, isOfThis ? this.#clients.lastSpoken(lease) : lastAlive);
      }),
    );
    if (this.due(final).length > 0) await clock.sleep(AGAIN_MS, signal);
  }

  /** Watches the owners until the signal fires. */
  async watch(signal: AbortSignal): Promise<void> {
    const { state, clock, log } = this.#options;
    const { leases } = state.ledger;
    signal.addEventListener('abort', () => this.#pause.abort(), { once: true });
    while (!signal.aborted) {
      for (const lease of leases.values()) {
        this.#clients.look(lease);
        const spoken = this.#clients.goneSince(lease.id);
        if (spoken !== undefined && !this.#ends.isUnderWay(lease.id))
          unawaited(
            this.#ends.endAndRest(lease.id, spoken, signal),
            log,
            `the lease ${lease.id} could not end`,
          );
      }
      this.#clients.keepOnly(leases);
      this.#pause = new AbortController();
      await clock.sleep(leases.size === 0 ? IDLE_LOOK_MS : LOOK_MS, this.#pause.signal);
    }
  }
}
