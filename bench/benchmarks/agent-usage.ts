import { setTimeout as sleep } from 'node:timers/promises';
import type { Benchmark, BenchmarkContext, BenchmarkResult, Figure } from '../benchmark.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { BareNode } from '../setting/bare-node.ts';
import { cpuMs, nodeFlags, residentMiB } from '../setting/process-usage.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { Workload } from '../setting/workload.ts';
import { medianFigure, ratioFigure } from '../statistics.ts';

const FULL = { watchMs: 15_000, settleMs: 5_000, running: 100 };
const SHORT = { watchMs: 1_000, settleMs: 0, running: 4 };
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;
const ALONE = { containers: 1, bridges: 'none', behaviour: 'obedient' } as const;

interface Usage {
  readonly agentMiB: number;
  readonly nodeMiB: number;
  readonly cpuPercent: number;
}

/** Agents that have taken and removed a topology, and then wait for more. */
class Watches {
  readonly idle: Usage[] = [];
  readonly crowded: Usage[] = [];
  readonly #context: BenchmarkContext;
  readonly #engine: BareEngine;
  readonly #size: typeof FULL;

  constructor(context: BenchmarkContext, engine: BareEngine) {
    this.#context = context;
    this.#engine = engine;
    this.#size = context.isShort ? SHORT : FULL;
  }

  get running(): number {
    return this.#size.running;
  }

  get watchMs(): number {
    return this.#size.watchMs;
  }

  async run(): Promise<void> {
    const { rounds, engine } = this.#context;
    for (let round = 0; round < rounds; round++) this.idle.push(await this.#watch());
    await using crowd = new Workload(this.#engine, engine.image);
    await crowd.buildAll(this.running, ALONE);
    for (let round = 0; round < rounds; round++) this.crowded.push(await this.#watch());
  }

  async #watch(): Promise<Usage> {
    await using agent = await ReleasedAgent.start(this.#context);
    await using node = new BareNode(await nodeFlags(agent.pid));
    await this.#use(agent);
    await sleep(this.#size.settleMs);
    const [began, before] = [performance.now(), await cpuMs(agent.pid)];
    await sleep(this.#size.watchMs);
    const [elapsed, used] = [performance.now() - began, (await cpuMs(agent.pid)) - before];
    return {
      agentMiB: await residentMiB(agent.pid),
      nodeMiB: await residentMiB(node.pid),
      cpuPercent: (100 * used) / elapsed,
    };
  }

  async #use(agent: ReleasedAgent): Promise<void> {
    await using workload = new Workload(this.#engine, this.#context.engine.image);
    const [topology] = await workload.buildAll(1, SHAPE);
    await agent.client.post('/v1/topologies', { body: topology });
    await agent.drain();
  }
}

const cpuFigure = (name: string, samples: readonly number[], atMost: number): Figure =>
  medianFigure(name, '% of a core', samples, atMost);

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  using engine = new BareEngine(context.engine.host);
  const watches = new Watches(context, engine);
  await watches.run();
  const { idle, crowded } = watches;
  const agents = idle.map(({ agentMiB }) => agentMiB);
  const nodes = idle.map(({ nodeMiB }) => nodeMiB);
  const [cpu, crowdedCpu] = [idle, crowded].map((usages) => usages.map(({ cpuPercent }) => cpuPercent)) as [
    number[],
    number[],
  ];
  const beside = `${watches.running} containers running`;
  return {
    figures: [
      ratioFigure('agent, idle: resident memory, against a bare node', agents, nodes, 1.4),
      cpuFigure('agent, idle: CPU', cpu, 0.2),
      cpuFigure(`agent, ${beside}: CPU`, crowdedCpu, 0.5),
    ],
    series: [
      { name: 'agent, idle, resident', unit: 'MiB', samples: agents },
      { name: 'bare node with its flags, resident', unit: 'MiB', samples: nodes },
      { name: `agent, idle, CPU over ${watches.watchMs / 1000} s`, unit: '% of a core', samples: cpu },
      { name: `the same, ${beside}`, unit: '% of a core', samples: crowdedCpu },
    ],
  };
}

export const agentUsage: Benchmark = { name: 'agent-usage', rounds: 3, run };
