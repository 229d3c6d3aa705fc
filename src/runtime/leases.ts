import type { DrainTrigger } from '../domain/agent-service.ts';
import { type Fault, TopoGcError } from '../domain/errors.ts';
import { type Lease, type LeaseOwner, leasedTopology, type NamedOwner } from '../domain/lease.ts';
import { type HostMoment, hostMoment } from '../domain/moment.ts';
import type { Clock, Log, Processes } from '../domain/ports.ts';
import type { Submission } from '../domain/submission.ts';
import type { Topology, TopologyId } from '../domain/topology.ts';
import type { AgentState } from './agent-state.ts';
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

/** Between two looks at the owners, in ms: what is made after the last one at which an owner lived may be somebody else's. */
export const LOOK_MS = 100;

/** The same while nothing is leased, and between two attempts at what could not be submitted. */
const AGAIN_MS = 500;

const refuse = (fault: Fault): never => {
  throw new TopoGcError('refused', 'The lease has no owner that could be watched; nothing of it was taken', {
    faults: [fault],
  });
};

/** Leases: each is submitted when its owner is gone. */
export class Leases {
  readonly #options: LeasesOptions;
  /** How many open connections hold a lease. Those of an agent that died are not known: such a lease ends with the drain. */
  readonly #holds = new Map<TopologyId, number>();
  /** Nobody holds them any more, and they are not submitted yet: by when the last one that did was surely there. */
  readonly #over = new Map<TopologyId, HostMoment>();
  /** When the client of a lease was last seen, by this host's clock in ms. */
  readonly #seenAt = new Map<TopologyId, number>();
  /** Ends the pause before the next look. */
  #pause = new AbortController();

  constructor(options: LeasesOptions) {
    this.#options = options;
  }

  /**
   * Resolves once the lease is on disk.
   * @param named absent where an open connection is the lease
   * @throws TopoGcError as a submission does, and `refused` where the owner can't be watched
   */
  async take(submission: Submission, named?: NamedOwner): Promise<{ topology: Topology; known: boolean }> {
    const owner = named && this.#watchable(named);
    const { lease, known } = await this.#options.submissions.lease(submission, owner);
    if (owner === undefined) this.#holds.set(lease.id, (this.#holds.get(lease.id) ?? 0) + 1);
    this.#seenAt.set(lease.id, this.#options.clock.timeOfDay());
    this.#pause.abort();
    return { topology: leasedTopology(lease), known };
  }

  /** Gives a lease back: nothing of it is stopped or removed. @throws TopoGcError `not-found`, `already-submitted` */
  drop(id: TopologyId): Topology {
    const { state, clock } = this.#options;
    const lease = state.ledger.leases.get(id);
    if (lease === undefined) {
      if (state.ledger.topologies.has(id))
        throw new TopoGcError(
          'already-submitted',
          `The topology ${id} is submitted, and can't be given back`,
        );
      throw new TopoGcError('not-found', `There is no lease ${id}`);
    }
    this.#forget(id);
    state.record({ type: 'dropped', at: clock.now(), topology: id });
    return leasedTopology(lease, 'dropped');
  }

  /** Ends one hold on a lease; with the last one, it is submitted. */
  async release(id: TopologyId): Promise<void> {
    const holds = (this.#holds.get(id) ?? 0) - 1;
    this.#holds.set(id, holds);
    if (holds > 0) return;
    this.#holds.delete(id);
    // One that was given back is nobody's; under its id there may be another some day.
    if (!this.#options.state.ledger.leases.has(id)) return;
    this.#over.set(id, this.#closedAt(id));
    await this.#end(id, this.#over.get(id));
  }

  /**
   * Submits all that is leased; where some could not be, resolves when it is time to try again.
   * @param trigger what drains: in the place of a dead agent nothing counts that may have been made after its end
   */
  async endAll(signal: AbortSignal, trigger: DrainTrigger): Promise<void> {
    const { state, clock, lastAlive } = this.#options;
    const isInPlace = trigger !== 'drain';
    await Promise.all(
      [...state.ledger.leases.keys()].map((id) =>
        this.#end(id, isInPlace || !this.#seenAt.has(id) ? lastAlive : this.#over.get(id)),
      ),
    );
    if (state.ledger.leases.size > 0) await clock.sleep(AGAIN_MS, signal);
  }

  /** Looks after the owners until the signal fires. */
  async watch(signal: AbortSignal): Promise<void> {
    const { state, clock } = this.#options;
    signal.addEventListener('abort', () => this.#pause.abort(), { once: true });
    while (!signal.aborted) {
      for (const lease of state.ledger.leases.values()) this.#look(lease);
      // A submission has ended those.
      for (const id of this.#seenAt.keys()) if (!state.ledger.leases.has(id)) this.#seenAt.delete(id);
      const over = [...this.#over];
      await Promise.all(over.map(([id, spoken]) => this.#end(id, spoken)));
      const isQuiet = state.ledger.leases.size === 0 || this.#over.size > 0;
      this.#pause = new AbortController();
      await clock.sleep(isQuiet ? AGAIN_MS : LOOK_MS, this.#pause.signal);
    }
  }

  /**
   * Never rejects: what could not be submitted stays leased, and is looked at again.
   * @param spoken when its client was last there; absent where it still is
   */
  async #end(id: TopologyId, spoken: HostMoment | undefined): Promise<void> {
    const { state, submissions, clock, log } = this.#options;
    if (!state.ledger.leases.has(id)) {
      this.#forget(id);
      return;
    }
    const submission = { id, members: [], selectors: [], metadata: {}, ...(spoken && { spoken }) };
    try {
      await submissions.take(submission, clock.now()).catch((error) => {
        if (!(error instanceof TopoGcError && error.code === 'refused')) throw error;
        log.warn(`a selector of the lease ${id} finds what is not its own, and is left out`, { error });
        return submissions.take(submission, clock.now(), { pinnedOnly: true });
      });
      this.#forget(id);
      log.info(`the lease ${id} has ended and is submitted`);
    } catch (error) {
      log.error(`the lease ${id} could not be submitted`, { error });
    }
  }

  #forget(id: TopologyId): void {
    this.#over.delete(id);
    this.#seenAt.delete(id);
  }

  /** Notes that the client of a lease is there, or since when it is not. */
  #look({ id, owner }: Lease): void {
    const { clock, lastAlive } = this.#options;
    if (this.#over.has(id)) return;
    const now = clock.timeOfDay();
    const isThere = owner === undefined ? (this.#holds.get(id) ?? 0) > 0 : this.#lives(owner);
    if (isThere) this.#seenAt.set(id, now);
    // One that a connection held to an agent before this one ends with the drain.
    else if (owner !== undefined) this.#over.set(id, this.#lastSeen(id, now) ?? lastAlive ?? hostMoment(now));
  }

  #lastSeen(id: TopologyId, now: number): HostMoment | undefined {
    const seenAt = this.#seenAt.get(id);
    return seenAt === undefined ? undefined : hostMoment(seenAt, Math.max(seenAt, now));
  }

  /** A connection's end is told at once, unless this process was stopped for a while. */
  #closedAt(id: TopologyId): HostMoment {
    const now = this.#options.clock.timeOfDay();
    const seen = this.#lastSeen(id, now);
    return seen !== undefined && now - seen.earliest > 2 * AGAIN_MS ? seen : hostMoment(now);
  }

  #lives({ pid, startTime }: LeaseOwner): boolean {
    return this.#options.processes.find(pid)?.startTime === startTime;
  }

  #watchable({ pid, startTime, pidNamespace }: NamedOwner): LeaseOwner {
    const { processes } = this.#options;
    const own = processes.ownNamespace();
    const value = String(pid);
    if (pidNamespace !== undefined && pidNamespace !== own)
      return refuse({
        field: 'owner.pidNamespace',
        value: pidNamespace,
        detail: `the agent sees ${own} only: use an open connection (?hold=true)`,
      });
    const found = processes.find(pid);
    if (found === undefined)
      return refuse({ field: 'owner.pid', value, detail: `the agent sees no such process in ${own}` });
    if (found.pidNamespace !== own)
      return refuse({
        field: 'owner.pid',
        value,
        detail: `is in the namespace ${found.pidNamespace}, the agent in ${own}: use an open connection (?hold=true)`,
      });
    if (startTime !== undefined && startTime !== found.startTime)
      return refuse({
        field: 'owner.startTime',
        value: startTime,
        detail: `the process ${pid} started at ${found.startTime}`,
      });
    return found;
  }
}
