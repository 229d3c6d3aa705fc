import { alternate } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { whyNoRoom } from '../setting/address-room.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { Jobs, type JobTimes, postMs, toResultMs, totalMs } from '../setting/jobs.ts';
import { THRESHOLDS_OFF } from '../setting/session.ts';
import { TestModules } from '../setting/test-modules.ts';
import type { TopologyShape } from '../setting/topology-shape.ts';
import { Workload } from '../setting/workload.ts';
import { medianFigure, ratioFigure } from '../statistics.ts';

const FULL = { modules: 8, grace: 10 };
const SHORT = { modules: 1, grace: 1 };
const CONTAINERS = 4;

/** Of the post step right behind the tests, in ms. */
const POST_AT_MOST = 1_500;

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const { modules, grace } = context.isShort ? SHORT : FULL;
  const { host, image } = context.engine;
  using engine = new BareEngine(host);
  const noRoom = await whyNoRoom(engine, modules * CONTAINERS);
  if (noRoom !== undefined) return { figures: [], series: [], unmeasured: [`whole job: ${noRoom}`] };
  await using workload = new Workload(engine, image);
  const jobsOf = (behaviour: TopologyShape['behaviour']) => {
    const shape = { containers: CONTAINERS, bridges: 'each', behaviour, grace } as const;
    return new Jobs(host, new TestModules(engine, workload, shape, modules), workload);
  };
  const [jobs, obeying] = [jobsOf('stubborn'), jobsOf('obedient')];
  const times = { defaults: [] as JobTimes[], off: [] as JobTimes[], obedient: [] as JobTimes[] };
  const { bare, defaults, off, single } = await alternate(
    context.rounds,
    {
      bare: () => jobs.bare(),
      defaults: () => jobs.withAction(times.defaults, {}, 0),
      off: () => jobs.withAction(times.off, THRESHOLDS_OFF, 0),
      obedient: () => obeying.withAction(times.obedient, {}, 0),
      single: () => jobs.oneByOne(engine),
    },
    // Its graces alone are minutes, and all that it does but wait is small beside them.
    (name) => (name === 'single' ? context.rounds : 1),
  );
  const against = 'until the last result, against no teardown at all';
  // The main step takes the same of a job of any length, and has a figure of its own.
  const tests = `from the first test's begin ${against}`;
  const post = times.defaults.map(postMs);
  return {
    figures: [
      ratioFigure(`whole job, ${tests}`, defaults, bare, 1.02),
      ratioFigure(`whole job, thresholds off, ${tests}`, off, bare, 1.02),
      ratioFigure(`whole job, main step and all, ${against}`, times.defaults.map(toResultMs), bare),
      ratioFigure(
        'whole job and its post step, against no teardown at all',
        times.defaults.map(totalMs),
        bare,
        1.2,
      ),
      ratioFigure(
        'whole job and its post step, against one by one',
        times.defaults.map(totalMs),
        single,
        0.2,
        context.rounds,
      ),
      medianFigure('post step right behind the tests', 'ms', post, POST_AT_MOST),
      ratioFigure(
        'post step right behind the tests, against that of containers that obey',
        post,
        times.obedient.map(postMs),
        1.3,
      ),
    ],
    series: [
      {
        name: `${modules} modules of ${CONTAINERS} deaf containers, a bridge each, no teardown: to the last result`,
        unit: 'ms',
        samples: bare,
      },
      { name: 'the same with the action, main step apart', unit: 'ms', samples: defaults },
      { name: 'its post step, right behind the tests', unit: 'ms', samples: post },
      { name: 'the same with containers that obey', unit: 'ms', samples: times.obedient.map(postMs) },
      { name: 'the same with thresholds off', unit: 'ms', samples: off },
      { name: 'its post step with thresholds off', unit: 'ms', samples: times.off.map(postMs) },
      { name: 'one by one, to the end of the last teardown', unit: 'ms', samples: single },
    ],
  };
}

export const wholeJob: Benchmark = { name: 'whole-job', rounds: 3, run };
