import { join } from 'node:path';
import { alternate, type Contender, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { byDrain, removing } from '../setting/removing.ts';
import { makeSession, THRESHOLDS_OFF } from '../setting/session.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = 8;
const SHORT = 2;
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;
const STUBBORN = { containers: 4, bridges: 'none', behaviour: 'stubborn' } as const;

const SOURCE = join(import.meta.dirname, '../../src/entry/agent.ts');
const UNPACED = join(import.meta.dirname, '../unpaced/register.ts');

/** How long the next test waits for its network, right behind a submission or with nothing submitted. */
const networkBehind =
  (workload: Workload) =>
  (agent?: ReleasedAgent): Contender =>
  async () => {
    const [topology] = await workload.buildAll(1, STUBBORN);
    if (agent !== undefined) await agent.client.post('/v1/topologies', { body: topology });
    const took = await timed(() => workload.network());
    await workload.clear();
    await agent?.drain();
    return took;
  };

/** What it gains that stops are asked for one after the other: two agents out of the sources, alike but for that. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  const session = () => makeSession(context, THRESHOLDS_OFF);
  await using paced = await ReleasedAgent.serve(await session(), [SOURCE]);
  await using unpaced = await ReleasedAgent.serve(await session(), ['--import', UNPACED, SOURCE]);
  const by = removing(workload, count, SHAPE);
  const behind = networkBehind(workload);
  const samples = await alternate(context.rounds, {
    paced: by(byDrain(paced)),
    unpaced: by(byDrain(unpaced)),
    alone: behind(),
    behindPaced: behind(paced),
    behindUnpaced: behind(unpaced),
  });
  const removals = `${count * SHAPE.containers} running containers, ${count} networks`;
  return {
    figures: [
      ratioFigure('drain with paced stops, against all at once', samples.paced, samples.unpaced),
      ratioFigure('network made right behind paced stops, against none', samples.behindPaced, samples.alone),
      ratioFigure(
        'network made right behind stops at once, against none',
        samples.behindUnpaced,
        samples.alone,
      ),
    ],
    series: [
      { name: `drain of ${removals}, stops paced`, unit: 'ms', samples: samples.paced },
      { name: 'the same, stops all at once', unit: 'ms', samples: samples.unpaced },
      { name: 'a network, 4 stubborn containers running', unit: 'ms', samples: samples.alone },
      {
        name: 'the same right behind their submission, stops paced',
        unit: 'ms',
        samples: samples.behindPaced,
      },
      {
        name: 'the same right behind their submission, stops all at once',
        unit: 'ms',
        samples: samples.behindUnpaced,
      },
    ],
  };
}

export const stopPace: Benchmark = { name: 'stop-pace', rounds: 9, isExtra: true, run };
