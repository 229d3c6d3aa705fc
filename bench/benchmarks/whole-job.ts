import { setTimeout as sleep } from 'node:timers/promises';
import { AgentClient } from '../../src/adapters/ipc/agent-client.ts';
import { gcStep } from '../../test/runner/model/bundle-job.ts';
import { runJob } from '../../test/runner/model/job.ts';
import { type Environment, stepNamed } from '../../test/runner/model/job-model.ts';
import { alternate } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { oneByOne } from '../rivals/one-by-one.ts';
import { addressRoom } from '../setting/address-room.ts';
import { BareEngine } from '../setting/bare-engine.ts';
import { type Inputs, THRESHOLDS_OFF } from '../setting/session.ts';
import { TestModules } from '../setting/test-modules.ts';
import { Workload } from '../setting/workload.ts';
import { ratioFigure } from '../statistics.ts';

const FULL = { modules: 8, grace: 10 };
const SHORT = { modules: 1, grace: 1 };
const CONTAINERS = 4;

const STEP = 'gc';
const IDLE: Inputs = { ...THRESHOLDS_OFF, 'idle-collect': '50%' };
/** After the grace of the last module, in ms. */
const SPARE_MS = 2_000;

/** In ms; the main step comes before the tests. */
interface JobTimes {
  readonly mainMs: number;
  /** From the first test's begin to the last one's result. */
  readonly testsMs: number;
  readonly postMs: number;
}

/** Until the last result. */
const toResultMs = ({ mainMs, testsMs }: JobTimes): number => mainMs + testsMs;

const totalMs = (times: JobTimes): number => toResultMs(times) + times.postMs;

const postMs = (times: JobTimes): number => times.postMs;

/** Jobs of the same test modules, with the action and without. */
class Jobs {
  /** Of those with the action, in the order of the rounds. */
  readonly times = { defaults: [] as JobTimes[], off: [] as JobTimes[], idle: [] as JobTimes[] };
  readonly #host: string;
  readonly #modules: TestModules;
  readonly #workload: Workload;

  constructor(host: string, modules: TestModules, workload: Workload) {
    this.#host = host;
    this.#modules = modules;
    this.#workload = workload;
  }

  /** Tears nothing down. @returns until the last test had its result, in ms */
  async bare(): Promise<number> {
    const { lastResultMs } = await this.#modules.run(async () => {});
    await this.#workload.clear();
    return lastResultMs;
  }

  /** @returns until the last teardown was over, in ms */
  async oneByOne(engine: BareEngine): Promise<number> {
    const { totalMs } = await this.#modules.run((topology) => oneByOne(engine, [topology]));
    await this.#workload.clear();
    return totalMs;
  }

  /**
   * With steps behind the tests, for `restMs`.
   * @returns what the tests took, in ms
   */
  async withAction(name: keyof Jobs['times'], inputs: Inputs, restMs: number): Promise<number> {
    const times = await this.#withAction(inputs, restMs);
    this.times[name].push(times);
    return times.testsMs;
  }

  async #withAction(inputs: Inputs, restMs: number): Promise<JobTimes> {
    let testsMs = 0;
    const runModules = async ({ TOPO_GC_SOCKET = '' }: Environment) => {
      const client = new AgentClient(TOPO_GC_SOCKET);
      const run = await this.#modules.run((topology) => client.post('/v1/topologies', { body: topology }));
      testsMs = run.lastResultMs;
      client.close();
      await sleep(restMs);
    };
    const steps = [gcStep(inputs, STEP), { observe: runModules }];
    const job = await runJob({ env: { DOCKER_HOST: this.#host }, steps });
    if (job.status !== 'success')
      throw new Error(`the job failed:\n${job.steps.map(({ log }) => log).join('\n')}`);
    await this.#workload.clear();
    const [main, post] = [stepNamed(job, STEP), stepNamed(job, `Post ${STEP}`)];
    return { mainMs: main.durationMs, testsMs, postMs: post.durationMs };
  }
}

async function run(context: BenchmarkContext): Promise<BenchmarkResult> {
  const { modules, grace } = context.isShort ? SHORT : FULL;
  const { host, image } = context.engine;
  using engine = new BareEngine(host);
  const room = await addressRoom(engine);
  if (room < modules * CONTAINERS) {
    const why = `the engine's address pools have room for ${room} bridges, and ${modules * CONTAINERS} are needed`;
    return { figures: [], series: [], unmeasured: [`whole job: ${why} (\`default-address-pools\`)`] };
  }
  await using workload = new Workload(engine, image);
  const shape = { containers: CONTAINERS, bridges: 'each', behaviour: 'stubborn', grace } as const;
  const jobs = new Jobs(host, new TestModules(engine, workload, shape, modules), workload);
  const restMs = grace * 1000 + SPARE_MS;
  const { bare, defaults, off, idle, single } = await alternate(
    context.rounds,
    {
      bare: () => jobs.bare(),
      defaults: () => jobs.withAction('defaults', {}, 0),
      off: () => jobs.withAction('off', THRESHOLDS_OFF, restMs),
      idle: () => jobs.withAction('idle', IDLE, restMs),
      single: () => jobs.oneByOne(engine),
    },
    // Its graces alone are minutes, and all that it does but wait is small beside them.
    (name) => (name === 'single' ? context.rounds : 1),
  );
  const against = 'until the last result, against no teardown at all';
  // The main step takes the same of a job of any length, and has a figure of its own.
  const tests = `from the first test's begin ${against}`;
  const rest = `${restMs / 1000} s of other steps behind the tests`;
  return {
    figures: [
      ratioFigure(`whole job, ${tests}`, defaults, bare, 1.06),
      ratioFigure(`whole job, thresholds off, ${tests}`, off, bare, 1.02),
      ratioFigure(`whole job, main step and all, ${against}`, jobs.times.defaults.map(toResultMs), bare),
      ratioFigure(
        `whole job, thresholds off, main step and all, ${against}`,
        jobs.times.off.map(toResultMs),
        bare,
      ),
      ratioFigure(
        'whole job and its post step, against one by one',
        jobs.times.defaults.map(totalMs),
        single,
        0.2,
        context.rounds,
      ),
      ratioFigure(
        `post step with \`idle-collect\`, ${rest}, against without`,
        jobs.times.idle.map(postMs),
        jobs.times.off.map(postMs),
        0.5,
      ),
    ],
    series: [
      {
        name: `${modules} modules of ${CONTAINERS} stubborn containers, a bridge each, no teardown: to the last result`,
        unit: 'ms',
        samples: bare,
      },
      { name: 'the same with the action, main step apart', unit: 'ms', samples: defaults },
      { name: 'its post step, right behind the tests', unit: 'ms', samples: jobs.times.defaults.map(postMs) },
      { name: 'the same with thresholds off', unit: 'ms', samples: off },
      { name: `its post step with thresholds off, ${rest}`, unit: 'ms', samples: jobs.times.off.map(postMs) },
      { name: 'the same with `idle-collect`', unit: 'ms', samples: idle },
      {
        name: `its post step with \`idle-collect\`, ${rest}`,
        unit: 'ms',
        samples: jobs.times.idle.map(postMs),
      },
      { name: 'one by one, to the end of the last teardown', unit: 'ms', samples: single },
    ],
  };
}

export const wholeJob: Benchmark = { name: 'whole-job', rounds: 3, run };
