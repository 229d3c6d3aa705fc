import { type Fault, TopoGcError } from '../domain/errors.ts';
import { type Lease, type LeaseOwner, leasedTopology, type NamedOwner } from '../domain/lease.ts';
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
}

/** Between two looks at the owners, in ms. */
const LOOK_MS = 500;

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
  /** Nobody holds them any more, and they are not submitted yet. */
  readonly #over = new Set<TopologyId>();

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
    this.#over.add(id);
    await this.#end(id);
  }

  /** Submits all that is leased; where some could not be, resolves when it is time to try again. */
  async endAll(signal: AbortSignal): Promise<void> {
    const { state, clock } = this.#options;
    await Promise.all([...state.ledger.leases.keys()].map((id) => this.#end(id)));
    if (state.ledger.leases.size > 0) await clock.sleep(LOOK_MS, signal);
  }

  /** Looks after the owners until the signal fires. */
  async watch(signal: AbortSignal): Promise<void> {
    const { state, clock } = this.#options;
    while (!signal.aborted) {
      const over = [...state.ledger.leases.values()].filter((lease) => this.#isOver(lease));
      await Promise.all(over.map(({ id }) => this.#end(id)));
      await clock.sleep(LOOK_MS, signal);
    }
  }

  /** Never rejects: what could not be submitted stays leased, and is looked at again. */
  async #end(id: TopologyId): Promise<void> {
    const { state, submissions, clock, log } = this.#options;
    if (!state.ledger.leases.has(id)) return;
    const submission = { id, members: [], selectors: [], metadata: {} };
    try {
      await submissions.take(submission, clock.now()).catch((error) => {
        if (!(error instanceof TopoGcError && error.code === 'refused')) throw error;
        log.warn(`a selector of the lease ${id} finds what is not its own, and is left out`, { error });
        return submissions.take(submission, clock.now(), { pinnedOnly: true });
      });
      this.#over.delete(id);
      log.info(`the lease ${id} has ended and is submitted`);
    } catch (error) {
      log.error(`the lease ${id} could not be submitted`, { error });
    }
  }

  #isOver({ id, owner }: Lease): boolean {
    return this.#over.has(id) || (owner !== undefined && !this.#lives(owner));
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
