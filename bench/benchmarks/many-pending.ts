import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { FakeEngine } from '../fake-engine/fake-engine.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { BareNode } from '../setting/bare-node.ts';
import { nodeFlags, residentMiB } from '../setting/process-usage.ts';
import { median, ratioFigure } from '../statistics.ts';

const FULL = { pending: 10_000, submissions: 50 };
const SHORT = { pending: 100, submissions: 5 };
const CONTAINERS = 4;
const FILLED_AT_ONCE = 8;
const LOOK_MS = 20;
/** A test lasts longer than an agent takes to look at all that came to the engine. */
const TEST_MS = 2_000;
/** What filling leaves behind has had its time by then. */
const SETTLE_MS = 5_000;

const submit = (agent: AgentUnderTest, containers: readonly string[]): Promise<unknown> =>
  agent.client.post('/v1/topologies', { body: { containers } });

/** One agent that has much pending, and one that has nothing, on an engine that holds as much as is wanted. */
class Pair {
  readonly #engine: FakeEngine;
  readonly #full: AgentUnderTest;
  readonly #empty: AgentUnderTest;

  constructor(engine: FakeEngine, full: AgentUnderTest, empty: AgentUnderTest) {
    this.#engine = engine;
    this.#full = full;
    this.#empty = empty;
  }

  async fill(pending: number): Promise<void> {
    const places = new PQueue({ concurrency: FILLED_AT_ONCE });
    await Promise.all(
      Array.from({ length: pending }, () => places.add(() => submit(this.#full, this.#make()))),
    );
    await this.#untilStopped();
  }

  /** Submits to one and the other in turn, then empties the one that is to be empty. */
  async round(submissions: number) {
    const taken = { full: [] as number[], empty: [] as number[] };
    const made = Array.from({ length: submissions }, () => [this.#make(), this.#make()] as const);
    await sleep(TEST_MS);
    for (const [one, other] of made) {
      taken.full.push(await timed(() => submit(this.#full, one)));
      taken.empty.push(await timed(() => submit(this.#empty, other)));
    }
    await this.#untilStopped();
    await this.#empty.drain();
    return taken;
  }

  #make(): string[] {
    return this.#engine.containers.make(CONTAINERS);
  }

  async #untilStopped(): Promise<void> {
    while (this.#engine.containers.running > 0) await sleep(LOOK_MS);
  }
}

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const { pending, submissions } = context.isShort ? SHORT : FULL;
  await using engine = await FakeEngine.start(context.folder);
  await using empty = await AgentUnderTest.start({ ...context, engine });
  await using full = await AgentUnderTest.start({ ...context, engine });
  await using node = new BareNode(await nodeFlags(full.pid));
  const pair = new Pair(engine, full, empty);
  await pair.fill(pending);
  await sleep(context.isShort ? 0 : SETTLE_MS);
  const rounds: Awaited<ReturnType<Pair['round']>>[] = [];
  const memory = { agent: [] as number[], node: [] as number[] };
  for (let round = 0; round < context.rounds; round++) {
    memory.agent.push(await residentMiB(full.pid));
    memory.node.push(await residentMiB(node.pid));
    rounds.push(await pair.round(submissions));
  }
  const much = `${pending.toLocaleString('en')} topologies pending`;
  return {
    figures: [
      ratioFigure(
        `submit, ${much}, against an empty agent`,
        rounds.map((round) => median(round.full)),
        rounds.map((round) => median(round.empty)),
        1.2,
      ),
      ratioFigure(`agent, ${much}: resident memory, against a bare node`, memory.agent, memory.node, 2),
    ],
    series: [
      {
        name: `submit of ${CONTAINERS} containers, ${much}`,
        unit: 'ms',
        samples: rounds.flatMap((r) => r.full),
      },
      { name: 'the same, agent empty', unit: 'ms', samples: rounds.flatMap((r) => r.empty) },
      { name: `agent, ${much}, resident`, unit: 'MiB', samples: memory.agent },
      { name: 'bare node with its flags, resident', unit: 'MiB', samples: memory.node },
    ],
  };
}

export const manyPending: Benchmark = { name: 'many-pending', rounds: 9, run };
