import { alternate } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { whyNoRoom } from '../setting/address-room.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { Jobs, type JobTimes, postMs } from '../setting/jobs.ts';
import type { Inputs } from '../setting/session.ts';
import { TestModules } from '../setting/test-modules.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = { modules: 8, pauseMs: 1_000, restMs: 8_000 };
const SHORT = { modules: 1, pauseMs: 100, restMs: 1_000 };
const SHAPE = { containers: 4, bridges: 'each', behaviour: 'stubborn' } as const;

const OFF: Inputs = { 'idle-collect': 'off' };
const IDLE: Inputs = { 'idle-collect': '50%' };

/** What idle collection costs the tests and saves the post step; the thresholds are those of a job that sets none. */
async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const { modules, pauseMs, restMs } = context.isShort ? SHORT : FULL;
  const { host, image } = context.engine;
  using engine = new BareEngine(host);
  const noRoom = await whyNoRoom(engine, modules * SHAPE.containers);
  if (noRoom !== undefined) return { figures: [], series: [], unmeasured: [`idle collection: ${noRoom}`] };
  await using workload = new Workload(engine, image);
  const jobsOf = (pause: number) =>
    new Jobs(host, new TestModules(engine, workload, SHAPE, modules, pause), workload);
  const [busy, paused] = [jobsOf(0), jobsOf(pauseMs)];
  const times = {
    off: [] as JobTimes[],
    idle: [] as JobTimes[],
    pausedOff: [] as JobTimes[],
    pausedIdle: [] as JobTimes[],
  };
  const { off, idle, pausedOff, pausedIdle } = await alternate(context.rounds, {
    off: () => busy.withAction(times.off, OFF, restMs),
    idle: () => busy.withAction(times.idle, IDLE, restMs),
    pausedOff: () => paused.withAction(times.pausedOff, OFF, 0),
    pausedIdle: () => paused.withAction(times.pausedIdle, IDLE, 0),
  });
  const rest = `${restMs / 1000} s of other steps behind the tests`;
  const pauses = `pauses of ${pauseMs / 1000} s`;
  return {
    figures: [
      ratioFigure('tests that build all the time, with `idle-collect`, against without', idle, off, 1.01),
      ratioFigure(
        `tests with ${pauses}, with \`idle-collect\`, against without`,
        pausedIdle,
        pausedOff,
        1.01,
      ),
      ratioFigure(
        `post step with \`idle-collect\`, ${rest}, against without`,
        times.idle.map(postMs),
        times.off.map(postMs),
        0.5,
      ),
      ratioFigure(
        `post step with \`idle-collect\`, behind tests with ${pauses}, against without`,
        times.pausedIdle.map(postMs),
        times.pausedOff.map(postMs),
      ),
    ],
    series: [
      { name: `${modules} modules that build all the time, to the last result`, unit: 'ms', samples: off },
      { name: 'the same with `idle-collect`', unit: 'ms', samples: idle },
      { name: `the post step, ${rest}`, unit: 'ms', samples: times.off.map(postMs) },
      { name: 'the same with `idle-collect`, post step', unit: 'ms', samples: times.idle.map(postMs) },
      { name: `${modules} modules with ${pauses}, to the last result`, unit: 'ms', samples: pausedOff },
      { name: 'the same with `idle-collect`, with pauses', unit: 'ms', samples: pausedIdle },
      { name: `the post step behind tests with ${pauses}`, unit: 'ms', samples: times.pausedOff.map(postMs) },
      {
        name: 'the same with `idle-collect`, post step, with pauses',
        unit: 'ms',
        samples: times.pausedIdle.map(postMs),
      },
    ],
  };
}

export const idleCollect: Benchmark = { name: 'idle-collect', rounds: 5, run };
