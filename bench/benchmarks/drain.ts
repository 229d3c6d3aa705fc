import { alternate } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { composeDownMs, findCompose } from '../rivals/compose.ts';
import { dockerRivals } from '../rivals/docker-command.ts';
import { fastestOrder } from '../rivals/fastest-order.ts';
import { oneByOne, ryukOrder } from '../rivals/one-by-one.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { ReleasedAgent } from '../setting/released-agent.ts';
import { byDrain, removing } from '../setting/removing.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = 8;
const SHORT = 2;
const SHAPE = { containers: 4, bridges: 'one', behaviour: 'obedient' } as const;

/** The slow rivals have their turn in one round of so many. */
const EVERY = 3;

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const { host, image } = context.engine;
  const count = context.isShort ? SHORT : FULL;
  using engine = new BareEngine(host);
  await using workload = new Workload(engine, image);
  await using agent = await ReleasedAgent.start(context);
  const by = removing(workload, count, SHAPE);
  const docker = await dockerRivals(engine, host);
  const compose = await findCompose();
  const size = { bridges: count, containers: SHAPE.containers };
  const samples = await alternate(
    context.rounds,
    {
      ours: by(byDrain(agent)),
      fastest: by((topologies) => fastestOrder(engine, topologies)),
      single: by((topologies) => oneByOne(engine, topologies)),
      forced: by((topologies) => docker.forcedRemoval(topologies)),
      stopped: by((topologies) => docker.stopThenRemoval(topologies)),
      ryuk: by((topologies) => ryukOrder(engine, topologies)),
      compose: compose && (() => composeDownMs(compose, context, { engine, workload }, size)),
    },
    (name) => (name === 'ours' || name === 'fastest' ? 1 : EVERY),
  );
  const { ours, fastest, single, forced, stopped, ryuk, compose: composed } = samples;
  const against = (rival: string, theirs: readonly number[], atMost?: number) =>
    ratioFigure(`drain, against ${rival}`, ours, theirs, atMost, EVERY);
  const removals = `${count * SHAPE.containers} running containers, ${count} networks`;
  const commands = docker.version ?? 'the requests of the docker command';
  return {
    figures: [
      ratioFigure('drain, against the fastest known order', ours, fastest, 1.05),
      ratioFigure('the fastest known order itself, against one by one', fastest, single, 0.55, EVERY),
      against('one by one', single),
      against('`docker rm -f` of all', forced),
      against('`docker stop`, then `docker rm`', stopped),
      against("ryuk's order", ryuk),
      ...(compose ? [against('`docker compose down`', composed)] : []),
    ],
    series: [
      { name: `drain of ${removals}: submissions to report`, unit: 'ms', samples: ours },
      { name: 'fastest known order: 8 at once, bare HTTP', unit: 'ms', samples: fastest },
      { name: 'one by one: stop, wait, remove', unit: 'ms', samples: single },
      { name: `\`docker rm -f\`: ${commands}`, unit: 'ms', samples: forced },
      { name: `\`docker stop\`, then \`docker rm\`: ${commands}`, unit: 'ms', samples: stopped },
      { name: "ryuk's order: forced removal, one after the other", unit: 'ms', samples: ryuk },
      ...(compose ? [{ name: `down: ${compose.version}`, unit: 'ms' as const, samples: composed }] : []),
    ],
    unmeasured: compose ? [] : ['`docker compose down`: there is no Compose on this machine'],
  };
}

export const drain: Benchmark = { name: 'drain', rounds: 9, run };
