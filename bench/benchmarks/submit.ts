import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark, BenchmarkContext, BenchmarkResult, Figure } from '../benchmark.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { DiskSync } from '../setting/disk-sync.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import type { BuiltTopology } from '../setting/topology-shape.ts';
import { Workload } from '../setting/workload.ts';
import { median, medianInterval, quantile } from '../statistics.ts';

/** Submissions of a round, on an idle agent and as many at the most while it collects. */
const FULL = { submissions: 10, networks: 12 };
const SHORT = { submissions: 2, networks: 4 };
const SHAPE = { containers: 4, bridges: 'none', behaviour: 'obedient' } as const;
const NETWORK_ALONE = { containers: 0, bridges: 'one', behaviour: 'obedient' } as const;

/** What the journal writes for a topology of four containers. */
const RECORD_BYTES = 2048;
const LOOK_MS = 20;

/** Of a topology, or of the agent. */
interface Answer {
  readonly id: string;
  readonly state: string;
}

/** Containers are submitted by id, over one connection, each topology when the one before has stopped. */
class Rounds {
  readonly idle: number[] = [];
  readonly collecting: number[] = [];
  readonly syncs: number[] = [];
  readonly #agent: ReleasedAgent;
  readonly #workload: Workload;
  readonly #disk: DiskSync;

  constructor(agent: ReleasedAgent, workload: Workload, disk: DiskSync) {
    this.#agent = agent;
    this.#workload = workload;
    this.#disk = disk;
  }

  /** Submits some while nothing else is under way, has those collected, and submits more as long as that takes. */
  async run({ submissions, networks }: typeof FULL): Promise<void> {
    const { client } = this.#agent;
    const early = await this.#workload.buildAll(submissions, SHAPE);
    const late = await this.#workload.buildAll(submissions, SHAPE);
    // The engine removes networks one after the other: they make the collection last.
    const slow = await this.#workload.buildAll(networks, NETWORK_ALONE);
    for (const topology of early) await this.#submit(topology, this.idle);
    await client.post('/v1/topologies', {
      body: { networks: slow.flatMap((topology) => topology.networks) },
    });
    let isOver = false;
    const collection = client.post('/v1/collections?wait=true').finally(() => {
      isOver = true;
    });
    await this.#untilStatus('collecting');
    for (const topology of late) if (!isOver) await this.#submit(topology, this.collecting);
    await collection;
    await this.#agent.drain();
    await this.#workload.clear();
  }

  async #submit({ containers }: BuiltTopology, samples: number[]): Promise<void> {
    const { client } = this.#agent;
    this.syncs.push(await this.#disk.measure(RECORD_BYTES));
    const began = performance.now();
    const { id } = await client.post<Answer>('/v1/topologies', { body: { containers } });
    samples.push(performance.now() - began);
    while ((await client.get<Answer>(`/v1/topologies/${id}`)).state === 'stopping') await sleep(LOOK_MS);
  }

  async #untilStatus(state: string): Promise<void> {
    while ((await this.#agent.client.get<Answer>('/v1/status')).state !== state) await sleep(LOOK_MS);
  }
}

function figuresOf(when: string, samples: readonly number[], syncs: readonly number[]): Figure[] {
  const figure = (name: string, share: number, atMost: number) => {
    const allowance = 2 * median(syncs);
    return {
      name: `submit, ${when}, ${name}`,
      unit: 'ms' as const,
      value: quantile(samples, share),
      atMost: atMost + allowance,
      allowance: `${atMost} and two fdatasyncs, ${allowance.toFixed(1)}`,
    };
  };
  return [{ ...figure('p50', 0.5, 2), interval: medianInterval(samples) }, figure('p99', 0.99, 20)];
}

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  await using agent = await ReleasedAgent.start(context);
  await using disk = await DiskSync.open(agent.state.path);
  const rounds = new Rounds(agent, workload, disk);
  for (let round = 0; round < context.rounds; round++) await rounds.run(context.isShort ? SHORT : FULL);
  const { idle, collecting, syncs } = rounds;
  return {
    figures: [...figuresOf('idle', idle, syncs), ...figuresOf('while collecting', collecting, syncs)],
    series: [
      { name: 'submit of 4 containers, idle', unit: 'ms', samples: idle },
      { name: 'submit of 4 containers, while collecting', unit: 'ms', samples: collecting },
      { name: `write of ${RECORD_BYTES} bytes and fdatasync`, unit: 'ms', samples: syncs },
    ],
  };
}

export const submit: Benchmark = { name: 'submit', rounds: 9, run };
