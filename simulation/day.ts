import { emptyLedger } from '../src/domain/ledger/ledger.ts';
import { parseSettings, withDefaults } from '../src/domain/settings.ts';
import { Agent } from '../src/runtime/agent.ts';
import { AgentState } from '../src/runtime/agent-state.ts';
import { ENGINE, TRAITS } from '../test/fakes/fake-engine.ts';
import { FakeLeftovers } from '../test/fakes/fake-leftovers.ts';
import { FakeProcesses } from '../test/fakes/fake-processes.ts';
import { MemoryJournal } from '../test/fakes/memory-journal.ts';
import { MemorySpool } from '../test/fakes/memory-spool.ts';
import { Random } from '../test/support/random.ts';
import { COSTS } from './costs.ts';
import { type JobPlan, type JobResult, planJob, runJob } from './job.ts';
import { Machine } from './machine.ts';
import type { Policy } from './policies.ts';
import { SimulatedEngine } from './simulated-engine.ts';
import { VirtualClock } from './virtual-clock.ts';
import { JOBS_A_DAY, LEFT_BYTES, WORKLOADS } from './workloads.ts';

const MORNING = Date.parse('2026-11-25T08:00:00Z');

interface DayPlan {
  /** Each with what the jobs before have left on the disk. */
  readonly jobs: readonly (JobPlan & { readonly leftBytes: number })[];
}

export interface DayResult {
  readonly jobs: readonly JobResult[];
  /** The most bytes that were used of the disk. */
  readonly peakDisk: number;
}

/** The same day for the same seed. */
export function planDay(seed: number, day: number): DayPlan {
  const random = Random.ofRound(seed, day);
  let leftBytes = 0;
  const jobs = Array.from({ length: JOBS_A_DAY }, () => {
    const job = { ...planJob(random, random.pickWeighted(WORKLOADS)), leftBytes };
    leftBytes += random.between(...LEFT_BYTES);
    return job;
  });
  return { jobs };
}

/** Runs the jobs of a day one after the other, each with an agent of its own, as that policy has it. */
export async function runDay({ jobs }: DayPlan, policy: Policy): Promise<DayResult> {
  const results: JobResult[] = [];
  let peakDisk = 0;
  for (const job of jobs) {
    const clock = new VirtualClock(MORNING);
    const machine = new Machine(clock, { leftBytes: job.leftBytes, hasPressure: policy.isPaced ?? true });
    const engine = new SimulatedEngine(clock, machine);
    const agent = await simulatedAgent(clock, machine, engine, policy);
    agent.start();
    results.push(await clock.until(runJob({ clock, machine, engine, agent }, job)));
    agent.end();
    peakDisk = Math.max(peakDisk, machine.peakDisk);
  }
  return { jobs: results, peakDisk };
}

/** A journal on a disk that takes its time to sync. */
class SyncedJournal extends MemoryJournal {
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    super();
    this.#clock = clock;
  }

  override async append(...[event, sync]: Parameters<MemoryJournal['append']>): Promise<void> {
    if (sync) await this.#clock.sleep(COSTS.sync);
    await super.append(event, sync);
  }
}

const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/** The runtime of a real agent, with nothing real below it. */
async function simulatedAgent(
  clock: VirtualClock,
  machine: Machine,
  engine: SimulatedEngine,
  { inputs, looksAhead = true }: Policy,
): Promise<Agent> {
  const state = new AgentState({ journal: new SyncedJournal(clock), log: SILENT, ledger: emptyLedger() });
  const session = { id: 'simulated', startedAt: new Date(MORNING).toISOString(), engineId: ENGINE.id };
  state.record({ type: 'opened', at: clock.now(), session });
  return new Agent({
    sites: [
      {
        engine,
        identity: ENGINE,
        traits: TRAITS,
        startedAt: session.startedAt,
        guarded: { containers: [], networks: [] },
      },
    ],
    state,
    leftovers: new FakeLeftovers(clock),
    netnsFolder: new FakeLeftovers(clock),
    probe: machine,
    spool: new MemorySpool(),
    processes: new FakeProcesses(),
    clock,
    log: SILENT,
    settings: { ...parseSettings(inputs), looksAhead },
    inputs: withDefaults(inputs),
    neighbours: { held: async () => new Map(), sessions: async () => [] },
    ownFolders: ['/run/agent'],
    version: '0.0.0',
    pid: 1,
    keepReport: async () => {},
  });
}
