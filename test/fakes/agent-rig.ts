import { fold } from '../../src/domain/ledger/fold.ts';
import type { JournalEvent } from '../../src/domain/ledger/journal-events.ts';
import { emptyLedger } from '../../src/domain/ledger/ledger.ts';
import type { HostMoment } from '../../src/domain/moment.ts';
import type { LogFiles, NeighbourSession, SwarmNodes, Sweeping } from '../../src/domain/ports.ts';
import type { Guarded } from '../../src/domain/protection/guarded.ts';
import type { Report } from '../../src/domain/report/report.ts';
import { parseSettings, withDefaults } from '../../src/domain/settings.ts';
import type { Site, Sites } from '../../src/domain/site.ts';
import type { NamedOwner } from '../../src/domain/topology/lease.ts';
import {
  type MemberKey,
  type Topology,
  type TopologyId,
  topologyState,
} from '../../src/domain/topology/topology.ts';
import type { DrainProgress } from '../../src/protocol/agent-service.ts';
import { Agent } from '../../src/runtime/agent.ts';
import type { Predecessor } from '../../src/runtime/agent-parts.ts';
import { AgentState } from '../../src/runtime/agent-state.ts';
import { ENGINE, FakeEngine, TRAITS } from './fake-engine.ts';
import { FakeLeftovers } from './fake-leftovers.ts';
import { FakeProbe } from './fake-probe.ts';
import { FakeProcesses } from './fake-processes.ts';
import { madeSubmission, type SubmissionFields } from './made-submission.ts';
import { MemoryJournal } from './memory-journal.ts';
import { MemoryLog } from './memory-log.ts';
import { MemorySpool } from './memory-spool.ts';
import { START, VirtualTime } from './virtual-time.ts';

/** An agent before this one, and when it was last alive. */
export interface Dead extends Predecessor {
  readonly lastAlive: HostMoment;
}

interface RigOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly guarded?: Guarded;
  /** What a predecessor wrote to the journal. */
  readonly events?: readonly JournalEvent[];
  /** Where this agent takes the place of one that is dead. */
  readonly predecessor?: Dead;
  readonly sweeping?: Sweeping;
  /** Names of further engines, with how far the clock of each is ahead, in ms. The first engine is called `main` then. */
  readonly beside?: Readonly<Record<string, number>>;
  /** Hostnames of nodes of the Swarm whose engines the agent reaches. */
  readonly reaches?: readonly string[];
  /** Beside further engines, the first one has no name. */
  readonly isFirstUnnamed?: boolean;
}

const OPENED: JournalEvent = {
  type: 'opened',
  at: START,
  session: { id: 's1', startedAt: new Date(START).toISOString(), engineId: ENGINE.id },
};

/** Reads a log, and forgets it. */
const MEMORY_LOG_FILES: LogFiles = {
  async write({ name }, chunks) {
    for await (const _ of chunks);
    return { file: `/logs/${name}`, isWhole: true };
  },
};

/** An agent on fakes, in virtual time; no thresholds are on unless inputs say so. */
export class AgentRig implements Disposable {
  readonly time = new VirtualTime();
  readonly engine = new FakeEngine(this.time);
  readonly world = this.engine.world;
  readonly script = this.engine.script;
  readonly leftovers = new FakeLeftovers(this.time);
  readonly probe = new FakeProbe();
  readonly spool = new MemorySpool();
  readonly processes = new FakeProcesses();
  /** What other agents hold, each with its session. */
  readonly held = new Map<MemberKey, string>();
  /** The sessions of other agents on this host. */
  readonly neighbours: NeighbourSession[] = [];
  readonly journal = new MemoryJournal();
  readonly log = new MemoryLog();
  /** Everything that happened, journalled or not. */
  readonly events: JournalEvent[] = [];
  /** Where something is mounted on the host. */
  readonly mounted: string[] = [];
  /** Where a path of the host really is. */
  readonly links = new Map<string, string>();
  readonly reports: Report[] = [];
  readonly progress: DrainProgress[] = [];
  readonly agent: Agent;
  /** The engines of the Swarm's nodes that the agent reaches, by hostname. */
  readonly nodes = new Map<string, FakeEngine>();
  /** What the agent gets instead of a node's engine, by hostname. */
  readonly unreached = new Map<string, Error>();
  /** The further engines, by name. */
  readonly beside = new Map<string, FakeEngine>();

  constructor({
    inputs = {},
    guarded = { containers: [], networks: [] },
    events = [],
    predecessor,
    sweeping,
    beside = {},
    isFirstUnnamed = false,
    reaches = [],
  }: RigOptions = {}) {
    const ledger = emptyLedger();
    for (const event of [OPENED, ...events]) fold(ledger, event);
    const off = { 'disk-threshold': 'off', 'memory-threshold': 'off', 'network-threshold': 'off' };
    const given = withDefaults({ ...off, 'container-threshold': 'off', ...inputs });
    const state = new AgentState({ journal: this.journal, log: this.log, ledger });
    this.agent = new Agent({
      sites: this.#sites({ guarded, predecessor, beside, isFirstUnnamed }),
      state,
      ...(reaches.length > 0 && { swarmNodes: this.#swarmNodes(reaches) }),
      mountTable: {
        list: async () => this.mounted,
        resolve: async (path) => this.links.get(path) ?? path,
      },
      leftovers: this.leftovers,
      netnsFolder: this.leftovers,
      probe: this.probe,
      spool: this.spool,
      clock: this.time,
      log: this.log,
      ...(given['save-logs'] === 'always' && { logFiles: MEMORY_LOG_FILES }),
      settings: parseSettings(given),
      inputs: given,
      processes: this.processes,
      neighbours: { held: async () => this.held, sessions: async () => this.neighbours },
      predecessor,
      sweeping,
      ownFolders: ['/run/agent'],
      version: '1.2.3',
      pid: 42,
      keepReport: async (report) => {
        this.reports.push(report);
      },
    });
    this.agent.subscribe((event) => this.events.push(event));
  }

  submit(id: string | undefined, fields: SubmissionFields) {
    return this.time.until(this.agent.submit(madeSubmission(id, fields), this.time.now()));
  }

  lease(id: string, fields: SubmissionFields, owner?: NamedOwner) {
    return this.time.until(this.agent.lease(madeSubmission(id, fields), owner && { owner }));
  }

  /** Leases for so many ms after this. */
  leaseFor(ttlMs: number, id: string, fields: SubmissionFields) {
    return this.time.until(this.agent.lease(madeSubmission(id, fields), { ttlMs }));
  }

  collect(...ids: readonly string[]) {
    return this.time.until(this.agent.collect(ids.length === 0 ? undefined : (ids as readonly TopologyId[])));
  }

  drain(options: { final?: boolean; budgetMs?: number } = {}): Promise<Report> {
    const { final = false, ...rest } = options;
    const onProgress = (progress: DrainProgress) => this.progress.push(progress);
    return this.time.until(this.agent.drain({ final, onProgress, ...rest }));
  }

  topology(id: string): Topology {
    const topology = this.agent.topology(id as TopologyId);
    if (topology === undefined) throw new Error(`there is no topology ${id}`);
    return topology;
  }

  stateOf(id: string): string {
    return topologyState(this.topology(id));
  }

  /** The states of a topology's members, by name. */
  states(id: string): Record<string, string> {
    return Object.fromEntries(this.topology(id).members.map(({ name, state }) => [name, state]));
  }

  /** ms since the beginning. */
  get elapsed(): number {
    return this.time.now() - START;
  }

  #swarmNodes(reaches: readonly string[]): SwarmNodes {
    for (const hostname of reaches) {
      this.nodes.set(hostname, new FakeEngine(this.time));
      this.world.otherNodes.add(hostname);
    }
    return {
      engineOf: async ({ hostname }) => {
        const error = this.unreached.get(hostname);
        if (error !== undefined) throw error;
        return this.nodes.get(hostname);
      },
    };
  }

  #sites({
    guarded,
    predecessor,
    beside,
    isFirstUnnamed,
  }: {
    readonly guarded: Guarded;
    readonly predecessor: Dead | undefined;
    readonly beside: Readonly<Record<string, number>>;
    readonly isFirstUnnamed: boolean;
  }): Sites {
    const siteOf = (engine: FakeEngine, aheadMs: number, name?: string): Site => ({
      ...(name !== undefined && { name }),
      engine,
      identity: {
        ...ENGINE,
        id: name === undefined ? ENGINE.id : `ID-${name}`,
        ahead: { least: aheadMs, most: aheadMs },
      },
      traits: TRAITS,
      startedAt: new Date(START + aheadMs).toISOString(),
      guarded,
      lastAlive: predecessor?.lastAlive,
    });
    const others = Object.entries(beside).map(([name, aheadMs]) => {
      const engine = new FakeEngine(this.time);
      this.beside.set(name, engine);
      return siteOf(engine, aheadMs, name);
    });
    return [siteOf(this.engine, 0, others.length > 0 && !isFirstUnnamed ? 'main' : undefined), ...others];
  }

  [Symbol.dispose](): void {
    this.agent.end();
    this.time[Symbol.dispose]();
  }
}
