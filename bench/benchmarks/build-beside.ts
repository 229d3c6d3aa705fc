import { alternate, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { AgentUnderTest } from '../setting/agent-under-test.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { GRACES_WAITED_FOR } from '../setting/session.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const STUBBORN = { containers: 4, bridges: 'one', behaviour: 'stubborn' } as const;
const NEXT = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;

interface ContainerState {
  readonly State: { readonly Running: boolean };
}

/** Builds a topology beside four stubborn containers that just run, or that have been submitted and are stopping. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  await using agent = await AgentUnderTest.start(context, GRACES_WAITED_FOR);

  const build = (areStopping: boolean) => async () => {
    const [stubborn = { containers: [], networks: [] }] = await workload.buildAll(1, STUBBORN);
    if (areStopping) await agent.client.post('/v1/topologies', { body: stubborn });
    const took = await timed(() => workload.build(NEXT));
    for (const id of stubborn.containers) {
      const { State } = await engine.json<ContainerState>('GET', `/containers/${id}/json`);
      if (!State.Running)
        throw new Error('building took longer than the grace of what was to stop beside it');
    }
    await workload.clear();
    await agent.drain();
    return took;
  };

  const { beside, alone } = await alternate(context.rounds, { beside: build(true), alone: build(false) });
  return {
    figures: [ratioFigure('building while 4 are stopping, against nothing stopping', beside, alone, 1.1)],
    series: [
      {
        name: 'building 4 containers on a bridge, 4 stubborn ones stopping',
        unit: 'ms',
        samples: beside,
      },
      { name: 'the same, 4 stubborn ones running', unit: 'ms', samples: alone },
    ],
  };
}

export const buildBeside: Benchmark = { name: 'build-beside', rounds: 9, run };
