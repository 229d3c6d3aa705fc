import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { Workload } from '../setting/workload.ts';
import { medianFigure } from '../statistics.ts';

const CLI = join(import.meta.dirname, '../../dist/cli/index.js');
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'stubborn' } as const;
const FULL = 10;
const SHORT = 2;

/** In ms. */
const ONE_AT_MOST = 900;
const ALL_AT_MOST = 4_500;

/** Containers that can't hear SIGTERM, with a grace of 10 s: how long a name of theirs is taken, and a whole drain of them. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(context.engine.host);
  await using workload = new Workload(engine, context.engine.image);
  await using agent = await ReleasedAgent.start(context);
  const env = { ...process.env, TOPO_GC_SOCKET: agent.state.readSession().socket };
  const [one, all]: [number[], number[]] = [[], []];
  for (let round = 0; round < context.rounds; round++) {
    const named = (await workload.buildAll(1, SHAPE)).flatMap(({ containers, networks }) => [
      ...containers.flatMap((id) => ['--container', id]),
      ...networks.flatMap((id) => ['--network', id]),
    ]);
    const command = [CLI, 'submit', ...named, '--wait', 'removed'];
    one.push(await timed(() => promisify(execFile)(process.execPath, command, { env })));
    const built = await workload.buildAll(count, SHAPE);
    all.push(
      await timed(async () => {
        for (const topology of built) await agent.client.post('/v1/topologies', { body: topology });
        await agent.drain();
      }),
    );
    await workload.clear();
  }
  const [single, many] = [
    'submit --wait removed of 4 deaf containers and a network',
    `${4 * count} deaf containers in ${count} networks, submission to nothing left`,
  ];
  return {
    figures: [medianFigure(single, 'ms', one, ONE_AT_MOST), medianFigure(many, 'ms', all, ALL_AT_MOST)],
    series: [
      { name: single, unit: 'ms', samples: one },
      { name: many, unit: 'ms', samples: all },
    ],
  };
}

export const waitRemoved: Benchmark = { name: 'wait-removed', rounds: 9, run };
