import { setTimeout as sleep } from 'node:timers/promises';
import { AgentClient } from '../../src/adapters/ipc/agent-client.ts';
import { shippedStep } from '../../test/runner/model/bundle-job.ts';
import { runJob } from '../../test/runner/model/job.ts';
import { type Environment, stepNamed } from '../../test/runner/model/job-model.ts';
import { oneByOne } from '../rivals/one-by-one.ts';
import type { BareEngine } from './bare-engine.ts';
import type { Inputs } from './session.ts';
import type { TestModules } from './test-modules.ts';
import type { Workload } from './workload.ts';

const STEP = 'gc';

/** In ms; the main step comes before the tests. */
export interface JobTimes {
  readonly mainMs: number;
  /** From the first test's begin to the last one's result. */
  readonly testsMs: number;
  readonly postMs: number;
}

/** Until the last result. */
export const toResultMs = ({ mainMs, testsMs }: JobTimes): number => mainMs + testsMs;

export const totalMs = (times: JobTimes): number => toResultMs(times) + times.postMs;

export const postMs = (times: JobTimes): number => times.postMs;

/** Jobs of the same test modules, with the action and without. */
export class Jobs {
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
   * With the action, and steps of `restMs` behind the tests.
   * @param kept gets the times of the job
   * @returns what the tests took, in ms
   */
  async withAction(kept: JobTimes[], inputs: Inputs, restMs: number): Promise<number> {
    const times = await this.#withAction(inputs, restMs);
    kept.push(times);
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
    const steps = [shippedStep(inputs, STEP), { observe: runModules }];
    const job = await runJob({ env: { DOCKER_HOST: this.#host }, steps });
    if (job.status !== 'success')
      throw new Error(`the job failed:\n${job.steps.map(({ log }) => log).join('\n')}`);
    await this.#workload.clear();
    const [main, post] = [stepNamed(job, STEP), stepNamed(job, `Post ${STEP}`)];
    return { mainMs: main.durationMs, testsMs, postMs: post.durationMs };
  }
}
