import { alternate, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { fastestOrder } from '../rivals/fastest-order.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { Workload } from '../setting/workload.ts';

const FULL = { topologies: 8, atOnce: [1, 2, 4, 8, 16, 32] };
const SHORT = { topologies: 1, atOnce: [1, 4] };
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;

/** How many containers an engine stops and removes at once best: where the default of `concurrency` comes from. */
async function run({ engine: { host, image }, isShort, rounds }: BenchmarkContext): Promise<BenchmarkResult> {
  const { topologies, atOnce } = isShort ? SHORT : FULL;
  using engine = new BareEngine(host);
  await using workload = new Workload(engine, image);
  const remove = (limit: number) => async () => {
    const built = await workload.buildAll(topologies, SHAPE);
    const took = await timed(() => fastestOrder(engine, built, limit));
    await workload.clear();
    return took;
  };
  const removals = `${topologies * SHAPE.containers} containers and ${topologies} networks`;
  const samples = await alternate(
    rounds,
    Object.fromEntries(atOnce.map((limit) => [`${removals}, ${limit} at once, bare HTTP`, remove(limit)])),
  );
  const series = Object.entries(samples).map(([name, taken]) => ({
    name,
    unit: 'ms' as const,
    samples: taken,
  }));
  return { figures: [], series };
}

export const atOnce: Benchmark = { name: 'at-once', rounds: 5, isExtra: true, run };
