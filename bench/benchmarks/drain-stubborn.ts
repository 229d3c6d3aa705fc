import { alternate } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { fastestStubbornOrder } from '../rivals/fastest-order.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { byDrain, removing } from '../setting/removing.ts';
import { GRACES_WAITED_FOR } from '../setting/session.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = 8;
const SHORT = 2;
/** In s: the shorter, the sooner it is over, as all sit it out at the same time and it is taken off. */
const GRACE = 2;
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'stubborn', grace: GRACE } as const;

/** Containers that ignore SIGTERM: what a drain takes beyond the one grace that all sit out together. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  await using agent = await AgentUnderTest.start(context, GRACES_WAITED_FOR);
  const by = removing(workload, count, SHAPE);
  const { ours, fastest } = await alternate(context.rounds, {
    ours: by(byDrain(agent)),
    fastest: by((topologies) => fastestStubbornOrder(engine, topologies)),
  });
  const beyond = (samples: readonly number[]) => samples.map((took) => took - GRACE * 1000);
  const removals = `${count * SHAPE.containers} stubborn containers, ${count} networks, without the grace of ${GRACE} s`;
  return {
    figures: [
      ratioFigure(
        'drain of stubborn ones, their one grace aside, against the fastest known order',
        beyond(ours),
        beyond(fastest),
        1.05,
      ),
    ],
    series: [
      { name: `drain of ${removals}`, unit: 'ms', samples: beyond(ours) },
      {
        name: 'fastest known order: all stopped at once, 8 removed at once',
        unit: 'ms',
        samples: beyond(fastest),
      },
    ],
  };
}

export const drainStubborn: Benchmark = { name: 'drain-stubborn', rounds: 9, run };
