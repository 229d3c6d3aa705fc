import { alternate, type Contender } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { fastestOrder } from '../rivals/fastest-order.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { machineBusyMs } from '../setting/machine-cpu.ts';
import { cpuMs } from '../setting/process-usage.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { byDrain, type Removal } from '../setting/removing.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = 8;
const SHORT = 2;
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;

/** Of this process, which is the client. */
const clientMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * What a drain costs in CPU time: ours is the agent's and its client's. The engine's is all other time of the machine, as its shims, runc
 * and iptables live too short to be asked, and a part of its work is the kernel's.
 */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  await using agent = await ReleasedAgent.start(context);
  const ours: number[] = [];
  const engineOf =
    (remove: Removal, ownMs: () => Promise<number>, own?: number[]): Contender =>
    async () => {
      const topologies = await workload.buildAll(count, SHAPE);
      const [busy, used] = [await machineBusyMs(), await ownMs()];
      await remove(topologies);
      const usedMs = (await ownMs()) - used;
      own?.push(usedMs);
      const engineMs = (await machineBusyMs()) - busy - usedMs;
      await workload.clear();
      return engineMs;
    };
  const withAgent = async () => clientMs() + (await cpuMs(agent.pid));
  const { drained, fastest } = await alternate(context.rounds, {
    drained: engineOf(byDrain(agent), withAgent, ours),
    fastest: engineOf(
      (topologies) => fastestOrder(engine, topologies),
      async () => clientMs(),
    ),
  });
  const removals = `a drain of ${count * SHAPE.containers} running containers in ${count} networks`;
  return {
    figures: [
      ratioFigure(`CPU of agent and client in ${removals}, against the engine's own`, ours, drained, 0.05),
      ratioFigure(`CPU of the engine in ${removals}, against the fastest known order`, drained, fastest),
    ],
    series: [
      { name: `CPU of agent and client in ${removals}`, unit: 'ms', samples: ours },
      { name: 'CPU of the engine, and of all else on the machine, meanwhile', unit: 'ms', samples: drained },
      { name: 'the same in the fastest known order', unit: 'ms', samples: fastest },
    ],
  };
}

export const drainCpu: Benchmark = { name: 'drain-cpu', rounds: 9, run };
