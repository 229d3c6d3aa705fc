import { type Fault, TopoGcError } from '../domain/errors.ts';
import type { JournalEvent } from '../domain/ledger/journal-events.ts';
import { pendingTopologies } from '../domain/ledger/ledger.ts';
import type { CollectionRecord } from '../domain/removal/collection.ts';
import type { Report } from '../domain/report/report.ts';
import type { Strays } from '../domain/strays/stray.ts';
import type { NamedTerm } from '../domain/topology/lease.ts';
import type { Submission } from '../domain/topology/submission.ts';
import { isDone, isStopping, type Topology, type TopologyId } from '../domain/topology/topology.ts';
import { unawaited } from '../domain/unawaited.ts';
import type { AgentService, Milestone, Status } from '../protocol/agent-service.ts';
import type { AgentParts } from './agent-parts.ts';
import { describeStatus } from './agent-status.ts';
import { type AgentWorks, assembleAgent } from './assemble-agent.ts';
import { errorsOfTopology } from './intake/submission-outcome.ts';
import { untilReached } from './milestones.ts';
import { keepWatching } from './pressure/keep-watching.ts';

/** An agent: the domain decides about each request, and the agent's parts carry it out. */
export class Agent implements AgentService {
  readonly #parts: AgentParts;
  readonly #startedAt: number;
  readonly #works: AgentWorks;
  readonly #ended = new AbortController();

  constructor(parts: AgentParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
    this.#works = assembleAgent(parts);
  }

  /**
   * Asks to stop what a predecessor left running, removes its links, and watches the spool and the thresholds until the
   * agent ends. All of it has begun when this returns.
   */
  start(): void {
    const { log } = this.#parts;
    // Before any stop: the engine's events about its signals count for the stops.
    this.#watch('the engine', this.#works.inventory);
    for (const topology of this.pending())
      for (const member of topology.members)
        if (isStopping(member) && !isDone(member) && member.stoppedAt === undefined)
          this.#works.stops.begin(topology, member);
    for (const { id } of this.pending())
      unawaited(this.#works.removals.netns(id), log, `the links of ${id} could not be removed`);
    this.#watch('the leases', this.#works.leases);
    this.#watch('the spool', this.#works.intake);
    this.#watch('what was named and not taken', this.#works.secondLooks);
    this.#watch('the thresholds', this.#works.pressure);
  }

  /** Resolves when the final drain is over. */
  get closed(): Promise<void> {
    return this.#works.drains.closed;
  }

  /** Gives up what is under way. */
  end(): void {
    this.#ended.abort();
    this.#works.stops.end();
  }

  async submit(submission: Submission, receivedAt: number) {
    this.#works.budget.check(submission);
    try {
      return await this.#works.submissions.take(submission, receivedAt);
    } catch (error) {
      this.#works.secondLooks.note(error, { submission });
      throw error;
    }
  }

  async lease(submission: Submission, term?: NamedTerm) {
    this.#works.budget.check(submission);
    try {
      return await this.#works.leases.take(submission, term);
    } catch (error) {
      this.#works.secondLooks.note(error, { submission, isLease: true });
      throw error;
    }
  }

  noteInvalid(error: unknown, isLease: boolean): void {
    this.#works.secondLooks.note(error, { isLease });
  }

  untaken(id: TopologyId): Fault[] {
    return errorsOfTopology(this.#parts.state.ledger, id);
  }

  endLease(id: TopologyId): Promise<void> {
    return this.#works.leases.release(id);
  }

  dropLease(id: TopologyId): Topology {
    return this.#works.leases.drop(id);
  }

  async reached(id: TopologyId, milestone: Milestone): Promise<Topology> {
    const { state } = this.#parts;
    if (!state.ledger.topologies.has(id)) throw new TopoGcError('not-found', `There is no topology ${id}`);
    if (milestone === 'removed') await this.collect([id]);
    return untilReached(state, id, milestone);
  }

  topology(id: TopologyId): Topology | undefined {
    const { topologies, leases } = this.#parts.state.ledger;
    const lease = leases.get(id);
    return topologies.get(id) ?? (lease && this.#works.leases.view(lease));
  }

  topologies(): Topology[] {
    const { topologies, leases } = this.#parts.state.ledger;
    return [...topologies.values(), ...[...leases.values()].map((lease) => this.#works.leases.view(lease))];
  }

  pending(): Topology[] {
    return pendingTopologies(this.#parts.state.ledger);
  }

  collect(ids?: readonly TopologyId[]): Promise<CollectionRecord> {
    const wanted = ids && new Set(ids);
    for (const id of ids ?? [])
      if (this.topology(id) === undefined) throw new TopoGcError('not-found', `There is no topology ${id}`);
    const choose = (pending: readonly Topology[]) =>
      wanted === undefined ? pending : pending.filter(({ id }) => wanted.has(id));
    return this.#works.collector.collect({ trigger: 'request', reason: 'on request', choose });
  }

  drain(options: Parameters<AgentService['drain']>[0]): Promise<Report> {
    return this.#works.drains.drain(options);
  }

  strays(): Promise<Strays> {
    return this.#works.straySearch.now();
  }

  async status(): Promise<Status> {
    const { state, clock, sites, inputs, version, pid } = this.#parts;
    const readings = await this.#works.takeReadings();
    return describeStatus({
      ledger: state.ledger,
      sites,
      now: clock.now(),
      endOfLease: (lease) => this.#works.leases.endOf(lease),
      version,
      pid,
      startedAt: this.#startedAt,
      state: this.#state(),
      readings,
      ...this.#works.thresholds.describe(clock.now()),
      removalsAtOnce: this.#works.pace.atOnce,
      inputs,
    });
  }

  subscribe(listener: (event: JournalEvent) => void): () => void {
    return this.#parts.state.subscribe(listener);
  }

  #watch(what: string, watch: { watch(signal: AbortSignal): Promise<void> }): void {
    const keeper = { ...this.#parts, signal: this.#ended.signal };
    const kept = keepWatching(what, (signal) => watch.watch(signal), keeper);
    unawaited(kept, this.#parts.log, `the watch of ${what} has ended`);
  }

  #state(): Status['state'] {
    if (this.#works.drains.isRunning) return 'draining';
    if (this.#works.submissions.isClosed) return 'closed';
    return this.#works.collector.isRunning ? 'collecting' : 'idle';
  }
}
