import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { shippedStep } from '../../test/runner/model/bundle-job.ts';
import { runJob } from '../../test/runner/model/job.ts';
import { askAgent } from '../../test/runner/model/job-agent.ts';
import { type Environment, stepNamed } from '../../test/runner/model/job-model.ts';
import { alternate, timed } from '../alternation.ts';
import type { Benchmark, BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { medianFigure } from '../statistics.ts';

const STEP = 'gc';

/** The main step of a job from its start to its end, when the agent has to answer. */
async function mainStepMs(host: string): Promise<number> {
  const job = await runJob({
    env: { DOCKER_HOST: host },
    steps: [shippedStep({}, STEP), { observe: expectAnswer }],
  });
  if (job.status !== 'success')
    throw new Error(`the job failed:\n${job.steps.map(({ log }) => log).join('\n')}`);
  return stepNamed(job, STEP).durationMs;
}

async function expectAnswer(environment: Environment): Promise<void> {
  const { status } = await askAgent(environment, 'GET', '/healthz');
  if (status !== 200) throw new Error(`the agent answered ${status} after the main step`);
}

const bareNodeMs = (): Promise<number> => timed(() => promisify(execFile)(process.execPath, ['--eval', '0']));

async function run({ engine, rounds }: BenchmarkContext): Promise<BenchmarkResult> {
  const { main, node } = await alternate(rounds, { main: () => mainStepMs(engine.host), node: bareNodeMs });
  return {
    figures: [medianFigure('main step, start to agent ready', 'ms', main, 400)],
    series: [
      { name: 'main step', unit: 'ms', samples: main },
      { name: '`node --eval 0`', unit: 'ms', samples: node },
    ],
  };
}

export const mainStep: Benchmark = { name: 'main-step', rounds: 15, run };
