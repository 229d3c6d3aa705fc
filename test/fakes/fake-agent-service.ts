import type { Fault } from '../../src/domain/errors.ts';
import type { JournalEvent } from '../../src/domain/ledger/journal-events.ts';
import { emptyLedger } from '../../src/domain/ledger/ledger.ts';
import type { CollectionRecord } from '../../src/domain/removal/collection.ts';
import { buildReport, type Report } from '../../src/domain/report/report.ts';
import type { Strays } from '../../src/domain/strays/stray.ts';
import type { NamedTerm } from '../../src/domain/topology/lease.ts';
import type { Submission } from '../../src/domain/topology/submission.ts';
import { isPending, type Topology, type TopologyId } from '../../src/domain/topology/topology.ts';
import type { AgentService, DrainProgress, Milestone, Status } from '../../src/protocol/agent-service.ts';
import { madeReadings } from './made-readings.ts';
import { madeMember, madeTopology } from './made-topology.ts';

export const SESSION = { id: 's1', startedAt: '2026-11-24T10:00:00Z', engineId: 'E' };

export const STATUS: Status = {
  version: '1.2.3',
  pid: 42,
  session: 's1',
  startedAt: 0,
  uptimeMs: 90_500,
  state: 'idle',
  engine: { id: 'E', host: 'unix:///var/run/docker.sock', version: '20.10.24' },
  readings: madeReadings({ busyPercent: 25, containers: 3, networks: 7, oldestMs: 4500 }),
  spent: [
    {
      trigger: 'networks',
      of: 'networks',
      reason: '26 networks on the engine, threshold 24',
      until: 'at most 19 are left',
      inVain: 2,
      pausedMs: 45_000,
    },
  ],
  ahead: {
    leadMs: 12_000,
    filling: [{ trigger: 'disk', of: '/data', unit: 'bytes', perSecond: 2 ** 20, fullInMs: 90_000 }],
  },
  removalsAtOnce: 2,
  inputs: { reclaim: 'all' },
  pending: { topologies: 1, containers: 3, networks: 1, volumes: 0 },
  leases: { topologies: 0, ending: [] },
  totals: {
    submissions: 5,
    topologies: 4,
    collections: 2,
    removed: { containers: 9, networks: 3, volumes: 1 },
    failed: 1,
  },
};

/** A container and a volume. */
export const STRAYS: Strays = {
  members: [
    { kind: 'container', id: 'c1', name: 'web', createdAt: '2026-11-24T10:00:05.123456789Z', image: 'nginx' },
    { kind: 'volume', id: 'data', name: 'data', createdAt: '2026-11-24T10:00:06Z', createdAtMoves: true },
  ],
};

export const REPORT: Report = buildReport({ ...emptyLedger(), session: SESSION }, { endedAt: 0, inputs: {} });

/** An agent that does nothing but remember what it was asked, and answers as it is told. */
export class FakeAgentService implements AgentService {
  readonly asked: { readonly what: string; readonly of: unknown }[] = [];
  readonly known = new Map<TopologyId, Topology>();
  readonly #listeners = new Set<(event: JournalEvent) => void>();
  /** What every call fails with. */
  failure: unknown;
  /** What a drain, a collection or a wait takes. */
  takes: Promise<void> = Promise.resolve();
  /** What of every submission is not taken, and says nothing. */
  errors: readonly Fault[] = [];
  warnings: readonly Fault[] = [];
  /** What was told of as not valid. */
  readonly noted: { readonly error: unknown; readonly isLease: boolean }[] = [];
  progress: DrainProgress[] = [];
  answer: Status = STATUS;

  add(topology: Topology): void {
    this.known.set(topology.id, topology);
  }

  emit(event: JournalEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  async submit(submission: Submission, receivedAt: number) {
    return this.#take('submit', submission, { submission, receivedAt });
  }

  async lease(submission: Submission, { owner, ttlMs }: NamedTerm = {}) {
    return this.#take('lease', submission, { submission, owner, ...(ttlMs !== undefined && { ttlMs }) });
  }

  noteInvalid(error: unknown, isLease: boolean): void {
    this.noted.push({ error, isLease });
  }

  untaken(): readonly Fault[] {
    return this.errors;
  }

  async endLease(id: TopologyId): Promise<void> {
    this.#ask('endLease', id);
  }

  dropLease(id: TopologyId): Topology {
    this.#ask('dropLease', id);
    return madeTopology(id, [madeMember('a', { state: 'dropped' })]);
  }

  async reached(id: TopologyId, milestone: Milestone): Promise<Topology> {
    this.#ask('reached', { id, milestone });
    await this.takes;
    return this.known.get(id) ?? madeTopology(id, []);
  }

  topology(id: TopologyId): Topology | undefined {
    return this.known.get(id);
  }

  topologies(): Topology[] {
    return [...this.known.values()];
  }

  pending(): Topology[] {
    return this.topologies().filter(isPending);
  }

  collect(ids?: readonly TopologyId[]): Promise<CollectionRecord> {
    this.#ask('collect', ids);
    return this.takes.then(() => ({ id: 1, trigger: 'request' }) as CollectionRecord);
  }

  async drain(options: Parameters<AgentService['drain']>[0]): Promise<Report> {
    const { onProgress, ...rest } = options;
    this.#ask('drain', rest);
    for (const progress of this.progress) onProgress(progress);
    await this.takes;
    for (const progress of this.progress) onProgress(progress);
    return REPORT;
  }

  async status(): Promise<Status> {
    this.#ask('status', undefined);
    return this.answer;
  }

  async strays(): Promise<Strays> {
    this.#ask('strays', undefined);
    return STRAYS;
  }

  subscribe(listener: (event: JournalEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(what: string, { id = 'made' as TopologyId, name }: Submission, of: unknown) {
    this.#ask(what, of);
    const known = this.known.get(id);
    const topology = known ?? madeTopology(id, [madeMember('a')], { name: name ?? id });
    this.add(topology);
    return { topology, known: known !== undefined, errors: this.errors, warnings: this.warnings };
  }

  #ask(what: string, of: unknown): void {
    this.asked.push({ what, of });
    if (this.failure !== undefined) throw this.failure;
  }
}
