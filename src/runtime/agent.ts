import type { AgentService, Milestone, Status } from '../domain/agent-service.ts';
import type { CollectionRecord } from '../domain/collection.ts';
import { TopoGcError } from '../domain/errors.ts';
import type { JournalEvent } from '../domain/journal-events.ts';
import { leasedTopology, type NamedOwner } from '../domain/lease.ts';
import { pendingTopologies } from '../domain/ledger.ts';
import type {
  Clock,
  Engine,
  EngineIdentity,
  HostLeftovers,
  Log,
  LogFiles,
  Neighbours,
  Probe,
  Processes,
  Spool,
} from '../domain/ports.ts';
import type { Guarded } from '../domain/protection.ts';
import type { Report } from '../domain/report.ts';
import type { Settings } from '../domain/settings.ts';
import type { Submission } from '../domain/submission.ts';
import { isDone, type Topology, type TopologyId } from '../domain/topology.ts';
import { Admission } from './admission.ts';
import type { AgentState } from './agent-state.ts';
import { describeStatus } from './agent-status.ts';
import { Collector } from './collect.ts';
import { ContainerLogs } from './container-logs.ts';
import { Drains } from './drains.ts';
import { HostRemovals } from './host-removals.ts';
import { Images } from './images.ts';
import { Inventory } from './inventory.ts';
import { Labelled } from './labelled.ts';
import { LayerSizes } from './layer-sizes.ts';
import { Leases } from './leases.ts';
import { untilReached } from './milestones.ts';
import { Pressure } from './pressure.ts';
import { RecordedReadings } from './recorded-readings.ts';
import { RemovalPace } from './removal-pace.ts';
import { Removals } from './removals.ts';
import { SpoolIntake } from './spool-intake.ts';
import { Stops } from './stops.ts';
import { Submissions } from './submissions.ts';
import { readingsTaker } from './take-readings.ts';
import { ThresholdWatch } from './threshold-watch.ts';

/** What an agent is made of. */
export interface AgentParts {
  readonly engine: Engine;
  readonly identity: EngineIdentity;
  readonly leftovers: HostLeftovers;
  readonly state: AgentState;
  readonly probe: Probe;
  readonly spool: Spool;
  /** Where the logs of containers are saved; absent where they are not. */
  readonly logFiles?: LogFiles | undefined;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Settings;
  /** The inputs in force, by name. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly guarded: Guarded;
  readonly neighbours: Neighbours;
  /** What the clock of the engine shows, in ms since the epoch. */
  readonly engineNow: () => number;
  /** How far that clock is ahead of this host's, in ms; 0 where the engine is on this host. */
  readonly engineAheadMs: number;
  /** Where the session is over: when its agent was last alive, in ms since the epoch, the engine's clock. */
  readonly lastAlive?: number | undefined;
  /** The agent's own: its socket, its spool, its journal. */
  readonly ownFolders: readonly string[];
  readonly version: string;
  readonly pid: number;
  /** Keeps the report of a drain for those who come later. */
  readonly keepReport: (report: Report) => Promise<void>;
}

/** An agent: what it is told, it decides by the domain and carries out by its parts. */
export class Agent implements AgentService {
  readonly #parts: AgentParts;
  readonly #startedAt: number;
  readonly #inventory: Inventory;
  readonly #stops: Stops;
  readonly #removals: Removals;
  readonly #hostRemovals: HostRemovals;
  readonly #pace: RemovalPace;
  readonly #collector: Collector;
  readonly #submissions: Submissions;
  readonly #leases: Leases;
  readonly #intake: SpoolIntake;
  readonly #thresholds: ThresholdWatch;
  readonly #pressure: Pressure;
  readonly #drains: Drains;
  readonly #takeReadings: () => Promise<Status['readings']>;
  readonly #ended = new AbortController();

  constructor(parts: AgentParts) {
    const { settings, state } = parts;
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
    const recorded = new RecordedReadings({
      ...parts,
      take: readingsTaker({ ...parts, ledger: state.ledger }),
    });
    this.#takeReadings = recorded.take;
    this.#inventory = new Inventory(parts);
    const containerLogs = new ContainerLogs(parts);
    this.#stops = new Stops({ ...parts, containerLogs });
    this.#removals = new Removals({
      ...parts,
      containerLogs,
      stops: this.#stops,
      concurrency: settings.concurrency,
    });
    this.#hostRemovals = new HostRemovals(parts);
    // What came since a session that is over may be another's.
    const before = parts.lastAlive === undefined ? parts.guarded.images : undefined;
    const images = new Images({ ...parts, before });
    this.#pace = new RemovalPace({
      ...parts,
      takeReadings: this.#takeReadings,
      apply: (atOnce) => this.#removals.pace(atOnce),
    });
    this.#collector = new Collector({
      ...parts,
      pace: this.#pace,
      stops: this.#stops,
      images,
      removals: this.#removals,
      hostRemovals: this.#hostRemovals,
      takeReadings: this.#takeReadings,
    });
    const admission = new Admission({
      ...parts,
      inventory: this.#inventory,
      protect: settings.protect,
    });
    const { stopTimeoutMs } = settings;
    this.#submissions = new Submissions({
      ...parts,
      admission,
      stops: this.#stops,
      hostRemovals: this.#hostRemovals,
      stopTimeoutMs,
    });
    this.#leases = new Leases({ ...parts, submissions: this.#submissions });
    this.#intake = new SpoolIntake({ ...parts, submissions: this.#submissions });
    this.#thresholds = new ThresholdWatch({ settings, ledger: state.ledger });
    this.#pressure = new Pressure({
      ...parts,
      thresholds: this.#thresholds,
      layerSizes: new LayerSizes(parts),
      collector: this.#collector,
      images,
      takeReadings: this.#takeReadings,
    });
    this.#drains = new Drains({
      ...parts,
      pace: this.#pace,
      collector: this.#collector,
      labelled: new Labelled({
        ...parts,
        admission,
        sweepLabels: settings.sweepLabels,
        sweepUntil: parts.lastAlive,
      }),
      images,
      submissions: this.#submissions,
      leases: this.#leases,
      intake: this.#intake,
      stops: this.#stops,
      removals: this.#removals,
      recorded,
      defaultBudgetMs: settings.drainTimeoutMs,
    });
  }

  /** Asks what a predecessor left running to stop, removes its links, and watches the spool and the thresholds until the agent ends. */
  start(): void {
    for (const topology of this.pending())
      for (const member of topology.members)
        if (member.kind === 'container' && !isDone(member) && member.stoppedAt === undefined)
          this.#stops.stop(topology, member);
    for (const { id } of this.pending()) this.#hostRemovals.links(id);
    this.#inventory.watch(this.#ended.signal);
    this.#leases.watch(this.#ended.signal);
    this.#intake.watch(this.#ended.signal);
    this.#pressure.watch(this.#ended.signal);
  }

  /** Resolves when the final drain is over. */
  get closed(): Promise<void> {
    return this.#drains.closed;
  }

  /** Gives up what is under way. */
  end(): void {
    this.#ended.abort();
    this.#stops.end();
  }

  async submit(submission: Submission, receivedAt: number) {
    const taken = await this.#submissions.take(submission, receivedAt);
    this.#pressure.check();
    return taken;
  }

  lease(submission: Submission, owner?: NamedOwner) {
    return this.#leases.take(submission, owner);
  }

  endLease(id: TopologyId): Promise<void> {
    return this.#leases.release(id);
  }

  dropLease(id: TopologyId): Topology {
    return this.#leases.drop(id);
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
    return topologies.get(id) ?? (lease && leasedTopology(lease));
  }

  topologies(): Topology[] {
    const { topologies, leases } = this.#parts.state.ledger;
    return [...topologies.values(), ...[...leases.values()].map((lease) => leasedTopology(lease))];
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
    return this.#collector.collect({ trigger: 'request', reason: 'on request', choose });
  }

  drain(options: Parameters<AgentService['drain']>[0]): Promise<Report> {
    return this.#drains.drain(options);
  }

  async status(): Promise<Status> {
    const { state, clock, identity, inputs, version, pid } = this.#parts;
    const readings = await this.#takeReadings();
    return describeStatus({
      ledger: state.ledger,
      identity,
      now: clock.now(),
      version,
      pid,
      startedAt: this.#startedAt,
      state: this.#state(),
      readings,
      ...this.#thresholds.describe(clock.now()),
      removalsAtOnce: this.#pace.atOnce,
      inputs,
    });
  }

  subscribe(listener: (event: JournalEvent) => void): () => void {
    return this.#parts.state.subscribe(listener);
  }

  #state(): Status['state'] {
    if (this.#drains.isRunning) return 'draining';
    if (this.#submissions.isClosed) return 'closed';
    return this.#collector.isRunning ? 'collecting' : 'idle';
  }
}
