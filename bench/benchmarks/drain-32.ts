import { alternate, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { fastestOrder } from '../rivals/fastest-order.ts';
import {
  dockerCommandVersion,
  forcedRemovalByCommand,
  forcedRemovalByRequests,
} from '../rivals/forced-removal.ts';
import { oneByOne } from '../rivals/one-by-one.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { type BuiltTopology, Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

type Removal = (topologies: readonly BuiltTopology[]) => Promise<void>;

const FULL = 8;
const SHORT = 2;
const SHAPE = { containers: 4, isNetworked: true, isStubborn: false };

/** From the first submission to the report of the drain. */
async function ours(agent: AgentUnderTest, topologies: readonly BuiltTopology[]): Promise<void> {
  for (const topology of topologies) await agent.client.post('/v1/topologies', { body: topology });
  await agent.drain();
}

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const { host, image } = context.engine;
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(host);
  await using workload = new Workload(engine, image);
  await using agent = await AgentUnderTest.start(context);
  const remove = (removal: Removal) => async () => {
    const topologies = await workload.buildAll(count, SHAPE);
    const took = await timed(() => removal(topologies));
    await workload.clear();
    return took;
  };
  const command = dockerCommandVersion();
  const samples = await alternate(context.rounds, {
    ours: remove((topologies) => ours(agent, topologies)),
    fastest: remove((topologies) => fastestOrder(engine, topologies)),
    oneByOne: remove((topologies) => oneByOne(engine, topologies)),
    forced: remove((topologies) =>
      command === undefined
        ? forcedRemovalByRequests(engine, topologies)
        : forcedRemovalByCommand(host, topologies),
    ),
  });
  const { ours: own, fastest, oneByOne: single, forced } = samples;
  const removals = `${count * SHAPE.containers} containers, ${count} networks`;
  return {
    figures: [
      ratioFigure('drain, against the fastest known order', own, fastest, 1.2),
      ratioFigure('drain, against one by one', own, single, 0.6),
      ratioFigure('drain, against `docker rm -f` of all', own, forced, 0.9),
    ],
    series: [
      { name: `drain of ${removals}: submissions to report`, unit: 'ms', samples: own },
      { name: 'fastest known order: 8 at once, bare HTTP', unit: 'ms', samples: fastest },
      { name: 'one by one: stop, wait, remove', unit: 'ms', samples: single },
      { name: `\`docker rm -f\`: ${command ?? 'its requests'}`, unit: 'ms', samples: forced },
    ],
  };
}

export const drain32: Benchmark = { name: 'drain-32', rounds: 9, run };
