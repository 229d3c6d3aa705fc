import { join } from 'node:path';
import { alternate } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { byDrain, removing } from '../setting/removing.ts';
import { makeSession, THRESHOLDS_OFF } from '../setting/session.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = 8;
const SHORT = 2;
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;

const SOURCE = join(import.meta.dirname, '../../src/entry/agent.ts');
const UNPACED = join(import.meta.dirname, '../unpaced/register.ts');

/** What it gains that a burst of topologies stops one after the other: two agents out of the sources, alike but for that. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  const session = () => makeSession(context, THRESHOLDS_OFF);
  await using paced = await AgentUnderTest.serve(await session(), [SOURCE]);
  await using unpaced = await AgentUnderTest.serve(await session(), ['--import', UNPACED, SOURCE]);
  const by = removing(workload, count, SHAPE);
  const samples = await alternate(context.rounds, {
    paced: by(byDrain(paced)),
    unpaced: by(byDrain(unpaced)),
  });
  const removals = `${count * SHAPE.containers} running containers, ${count} networks`;
  return {
    figures: [ratioFigure('drain with paced stops, against all at once', samples.paced, samples.unpaced)],
    series: [
      { name: `drain of ${removals}, stops paced`, unit: 'ms', samples: samples.paced },
      { name: 'the same, stops all at once', unit: 'ms', samples: samples.unpaced },
    ],
  };
}

export const stopPace: Benchmark = { name: 'stop-pace', rounds: 9, isExtra: true, run };
