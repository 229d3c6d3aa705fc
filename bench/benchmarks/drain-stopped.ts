import PQueue from 'p-queue';
import { alternate, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { byDrain, removing } from '../setting/removing.ts';
import type { BuiltTopology } from '../setting/topology-shape.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = 8;
const SHORT = 2;
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'short-lived' } as const;
const AT_ONCE = 8;

/** What the engine takes at the least: its containers several at once, and its networks, which it removes one by one. */
class Floor {
  readonly containerMs: number[] = [];
  readonly networkMs: number[] = [];
  readonly #engine: BareEngine;

  constructor(engine: BareEngine) {
    this.#engine = engine;
  }

  async remove(topologies: readonly BuiltTopology[]): Promise<void> {
    const containers = topologies.flatMap((topology) => topology.containers);
    const networks = topologies.flatMap((topology) => topology.networks);
    const places = new PQueue({ concurrency: AT_ONCE });
    const removal = (id: string) => places.add(() => this.#engine.ask('DELETE', `/containers/${id}?v=1`));
    const took = await timed(() => Promise.all(containers.map(removal)));
    this.containerMs.push(took / containers.length);
    for (const id of networks)
      this.networkMs.push(await timed(() => this.#engine.ask('DELETE', `/networks/${id}`)));
  }
}

/** Containers that have ended by themselves: nothing is left to do but to remove. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  await using agent = await AgentUnderTest.start(context);
  const by = removing(workload, count, SHAPE);
  const floor = new Floor(engine);
  const { ours, least } = await alternate(context.rounds, {
    ours: by(byDrain(agent)),
    least: by((topologies) => floor.remove(topologies)),
  });
  const removals = `${count * SHAPE.containers} stopped containers, ${count} networks`;
  return {
    figures: [ratioFigure("drain of stopped ones, against the engine's floor", ours, least, 1.1)],
    series: [
      { name: `drain of ${removals}: submissions to report`, unit: 'ms', samples: ours },
      { name: "the engine's floor: all containers, then network after network", unit: 'ms', samples: least },
      { name: `of that a container, ${AT_ONCE} at once`, unit: 'ms', samples: floor.containerMs },
      { name: 'of that a network', unit: 'ms', samples: floor.networkMs },
    ],
  };
}

export const drainStopped: Benchmark = { name: 'drain-stopped', rounds: 9, run };
