import { SESSION_LABEL } from '../src/domain/protection/protection.ts';
import { EngineObjects } from '../test/support/engine-objects.ts';
import type { Random } from '../test/support/random.ts';
import { type Arena, DRAIN_TIMEOUT } from './arena.ts';
import { type DrainEnd, type DrainWay, drainJob } from './drains.ts';
import { BY_SESSION_LABEL, handOverBySpool, WAYS, type Way } from './hand-overs.ts';
import type { Job } from './job.ts';
import { buildTopology, type ChaosTopology } from './topologies.ts';
import { untilTaken } from './until-taken.ts';

/** What a round begins with. */
export interface RoundStart {
  readonly arena: Arena;
  readonly random: Random;
  readonly number: number;
}

interface RoundOptions {
  /** A job whose journal holds nothing yet. */
  readonly newJob?: boolean;
  readonly onSmallDisk?: boolean;
}

interface DrainOptions {
  /** One of these; `command` only where nothing needs the final drain. */
  readonly ways?: readonly DrainWay[];
  readonly drainTimeout?: string;
  readonly leaks?: boolean;
}

const ALL_WAYS: readonly DrainWay[] = ['command', 'command', 'post', 'revive', 'sweep'];

/** For a collection of an agent that may be dead or stopped, in ms. */
const PATIENCE_MS = 5_000;

/** One round: topologies that are built, handed over in one way or another, and drained. */
export class Round {
  readonly arena: Arena;
  readonly random: Random;
  readonly job: Job;
  readonly objects: EngineObjects;
  readonly topologies: ChaosTopology[] = [];
  #built = 0;
  /** What happened, in a few words each. */
  readonly notes: string[] = [];
  /** How they were handed over. */
  readonly #ways = new Set<Way>();
  readonly #labels: Readonly<Record<string, string>>;
  readonly #prefix: string;
  /** Clients may find no agent. */
  mayLoseAgent = false;
  /** Its post step did not come to its end, so that the runner empties the folder. */
  isBrokenOff = false;
  /** There may be no room for it. */
  mayLackReport = false;
  drained: DrainEnd | undefined;

  /** Of a job that is under way; nothing is built yet. @param objects with the names of a round before */
  constructor({ arena, random, number }: RoundStart, job: Job, objects = new EngineObjects(arena.engine)) {
    this.arena = arena;
    this.random = random;
    this.job = job;
    this.objects = objects;
    this.#prefix = `r${number}`;
    // In some rounds everything carries the session's label.
    this.#labels = job.session && random.chance(0.15) ? { [SESSION_LABEL]: job.session } : {};
  }

  /** Builds 1 to 3 topologies, for the job under way unless said otherwise. */
  static async begin(
    start: RoundStart,
    { newJob = false, onSmallDisk = false }: RoundOptions = {},
  ): Promise<Round> {
    const { arena } = start;
    const job = newJob || onSmallDisk ? await arena.newJob({ onSmallDisk }) : await arena.job();
    const round = new Round(start, job);
    await round.buildSome();
    return round;
  }

  async buildSome(): Promise<void> {
    await Promise.all(Array.from({ length: this.random.between(1, 3) }, () => this.build()));
  }

  /** Whether the drain takes everything of it, handed over or not. */
  get isLabelled(): boolean {
    return SESSION_LABEL in this.#labels;
  }

  /** An id that no topology of the round has yet. */
  nextId(): string {
    this.#built += 1;
    return `${this.#prefix}-${this.#built}`;
  }

  /** Builds a topology more. */
  async build(
    id = this.nextId(),
    labels: Readonly<Record<string, string>> = this.#labels,
  ): Promise<ChaosTopology> {
    const topology = await buildTopology(this.objects, this.random, id, labels);
    this.topologies.push(topology);
    return topology;
  }

  /** Hands all over, at once or one after the other; what carries the session's label maybe by that alone. */
  async handOverAll({ mayLeaveToLabel = true } = {}): Promise<void> {
    const { random, topologies } = this;
    const atOnce = random.chance(0.5);
    const byLabel = mayLeaveToLabel && this.isLabelled ? 0.5 : 0;
    const all = topologies.map((topology) => {
      const way = random.chance(byLabel) ? BY_SESSION_LABEL : random.pickWeighted(WAYS);
      return { way, run: () => this.handOver(topology, way) };
    });
    this.notes.push(`${all.length} by ${all.map(({ way }) => way.name).join(', ')}`);
    if (atOnce) await Promise.all(all.map(({ run }) => run()));
    else for (const { run } of all) await run();
    const others = topologies.map(({ handOver }) => handOver).filter((handOver) => handOver !== 'answered');
    if (others.length > 0) this.notes.push(others.join(', '));
  }

  async handOver(topology: ChaosTopology, way: Way): Promise<void> {
    this.#ways.add(way);
    topology.handOver = await way.run(this.job, topology);
  }

  /** Hands over anew what a client could not be sure of, as its user would. */
  async handOverAgain(topologies: readonly ChaosTopology[]): Promise<void> {
    for (const topology of topologies) topology.handOver = await handOverBySpool(this.job, topology);
  }

  /** Asks for a collection, and waits for its end where the agent comes to it. */
  async collect(): Promise<void> {
    using client = this.job.client();
    try {
      const patience = this.mayLoseAgent ? { timeoutMs: PATIENCE_MS } : {};
      await client.post('/v1/collections?wait=true', { body: {}, ...patience });
    } catch (error) {
      if (!this.mayLoseAgent) throw error;
    }
  }

  /** Drains in one of the ways that the round allows, and in another where the agent is lost. */
  async drain({ ways, drainTimeout = DRAIN_TIMEOUT, leaks = false }: DrainOptions = {}): Promise<void> {
    const way = this.random.pick(ways ?? this.possibleWays);
    if (way === 'command' || way === 'revive') await untilTaken(this.job);
    this.drained = await drainJob(this.job, way, this.random, {
      drainTimeout,
      leaks,
      mayLoseAgent: this.mayLoseAgent,
      fallbacks: this.possibleWays.filter((each) => each !== 'command'),
    });
    const { by, isFinal } = this.drained;
    this.notes.push(`drained by ${by}${isFinal ? '' : ', goes on'}`);
  }

  /** Only a final drain takes what is labelled for the session's end, or held by a connection that died with its agent. */
  get possibleWays(): readonly DrainWay[] {
    const needsFinal = [...this.#ways].some(({ needsFinalDrain }) => needsFinalDrain);
    return needsFinal ? ['post', 'sweep'] : ALL_WAYS;
  }
}
