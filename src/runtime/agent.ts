import type {
  AgentService,
  DrainProgress,
  DrainTrigger,
  Milestone,
  Status,
} from '../domain/agent-service.ts';
import type { CollectionRecord } from '../domain/collection.ts';
import { TopoGcError } from '../domain/errors.ts';
import type { JournalEvent } from '../domain/journal-events.ts';
import { leasedTopology, type NamedOwner } from '../domain/lease.ts';
import { pendingTopologies } from '../domain/ledger.ts';
import type {
  Clock,
  Engine,
  EngineIdentity,
  Log,
  Neighbours,
  Probe,
  Processes,
  Spool,
} from '../domain/ports.ts';
import type { Guarded } from '../domain/protection.ts';
import { buildReport, type Report } from '../domain/report.ts';
import type { Settings } from '../domain/settings.ts';
import type { Submission } from '../domain/submission.ts';
import { isDone, type Topology, type TopologyId } from '../domain/topology.ts';
import { Admission } from './admission.ts';
import type { AgentState } from './agent-state.ts';
import { describeStatus } from './agent-status.ts';
import { Collector } from './collect.ts';
import { type DrainOptions, drain } from './drain.ts';
import { DrainWatch } from './drain-watch.ts';
import { Leases } from './leases.ts';
import { Pressure } from './pressure.ts';
import { Removals } from './removals.ts';
import { SpoolIntake } from './spool-intake.ts';
import { Stops } from './stops.ts';
import { Submissions } from './submissions.ts';
import { readingsTaker } from './take-readings.ts';

/** What an agent is made of. */
export interface AgentParts {
  readonly engine: Engine;
  readonly identity: EngineIdentity;
  readonly state: AgentState;
  readonly probe: Probe;
  readonly spool: Spool;
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
  readonly version: string;
  readonly pid: number;
  /** Keeps the report of a drain for those who come later. */
  readonly keepReport: (report: Report) => Promise<void>;
}

/** An agent: what it is told, it decides by the domain and carries out by its parts. */
export class Agent implements AgentService {
  readonly #parts: AgentParts;
  readonly #startedAt: number;
  readonly #stops: Stops;
  readonly #removals: Removals;
  readonly #collector: Collector;
  readonly #submissions: Submissions;
  readonly #leases: Leases;
  readonly #intake: SpoolIntake;
  readonly #pressure: Pressure;
  readonly #takeReadings: () => Promise<Status['readings']>;
  readonly #ended = new AbortController();
  readonly #closed = Promise.withResolvers<void>();
  /** The drain that is under way. */
  #draining: { readonly report: Promise<Report>; readonly endsAt: number } | undefined;

  constructor(parts: AgentParts) {
    const { settings, state } = parts;
    this.#parts = parts;
    this.#startedAt = parts.clock.now();
    this.#takeReadings = readingsTaker({ ...parts, ledger: state.ledger });
    this.#stops = new Stops(parts);
    this.#removals = new Removals({ ...parts, stops: this.#stops, concurrency: settings.concurrency });
    this.#collector = new Collector({
      ...parts,
      removals: this.#removals,
      takeReadings: this.#takeReadings,
    });
    const admission = new Admission({ ...parts, protect: settings.protect });
    const { stopTimeoutMs } = settings;
    this.#submissions = new Submissions({ ...parts, admission, stops: this.#stops, stopTimeoutMs });
    this.#leases = new Leases({ ...parts, submissions: this.#submissions });
    this.#intake = new SpoolIntake({ ...parts, submissions: this.#submissions });
    this.#pressure = new Pressure({ ...parts, collector: this.#collector, takeReadings: this.#takeReadings });
  }

  /** Asks what a predecessor left running to stop, and watches the spool and the thresholds until the agent ends. */
  start(): void {
    for (const topology of this.pending())
      for (const member of topology.members)
        if (member.kind === 'container' && !isDone(member) && member.stoppedAt === undefined)
          this.#stops.stop(topology, member);
    this.#leases.watch(this.#ended.signal);
    this.#intake.watch(this.#ended.signal);
    this.#pressure.watch(this.#ended.signal);
  }

  /** Resolves when the final drain is over. */
  get closed(): Promise<void> {
    return this.#closed.promise;
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
    const known = this.topology(id);
    if (known === undefined) throw new TopoGcError('not-found', `There is no topology ${id}`);
    if (milestone === 'removed') await this.collect([id]);
    const settled = () => this.topology(id)?.members.every((member) => hasReached(member, milestone));
    if (!settled())
      await new Promise<void>((resolve) => {
        const unsubscribe = this.subscribe(() => {
          if (!settled()) return;
          unsubscribe();
          resolve();
        });
      });
    return this.topology(id) ?? known;
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

  /** A second drain joins the one that is under way, unless that may take longer than it has itself. */
  async drain(options: {
    final: boolean;
    budgetMs?: number;
    trigger?: DrainTrigger;
    onProgress: (progress: DrainProgress) => void;
  }): Promise<Report> {
    const { final, trigger = 'drain', budgetMs = this.#parts.settings.drainTimeoutMs } = options;
    const { clock, state } = this.#parts;
    const endsAt = clock.now() + budgetMs;
    using _ = new DrainWatch({ state, clock, budgetMs, onProgress: options.onProgress });
    while (this.#draining !== undefined && this.#draining.endsAt <= endsAt) {
      const report = await this.#draining.report;
      // Where its door stayed open, what came since has to go too.
      if (!final || this.#submissions.isClosed) return report;
    }
    return await this.#drain({ final, trigger, budgetMs: Math.max(0, endsAt - clock.now()) });
  }

  async #drain(options: DrainOptions): Promise<Report> {
    const parts = {
      ...this.#parts,
      collector: this.#collector,
      submissions: this.#submissions,
      leases: this.#leases,
      intake: this.#intake,
      stops: this.#stops,
      removals: this.#removals,
    };
    const report = drain(parts, options).then(() => this.#report());
    this.#draining = { report, endsAt: this.#parts.clock.now() + options.budgetMs };
    try {
      return await report;
    } finally {
      if (this.#draining?.report === report) this.#draining = undefined;
      if (this.#submissions.isClosed) this.#closed.resolve();
    }
  }

  async #report(): Promise<Report> {
    const { state, clock, inputs, keepReport, log } = this.#parts;
    const report = buildReport(state.ledger, { endedAt: clock.now(), inputs });
    await keepReport(report).catch((error) => log.error('the report could not be kept', { error }));
    return report;
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
      inputs,
    });
  }

  subscribe(listener: (event: JournalEvent) => void): () => void {
    return this.#parts.state.subscribe(listener);
  }

  #state(): Status['state'] {
    if (this.#draining !== undefined) return 'draining';
    if (this.#submissions.isClosed) return 'closed';
    return this.#collector.isRunning ? 'collecting' : 'idle';
  }
}

function hasReached(member: Topology['members'][number], milestone: Milestone): boolean {
  if (isDone(member) || member.state === 'failed') return true;
  return milestone === 'stopped' && (member.kind !== 'container' || member.stoppedAt !== undefined);
}
