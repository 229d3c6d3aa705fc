import type { Random } from '../test/support/random.ts';
import { hold } from './invariant.ts';
import type { Job } from './job.ts';

/** How a round ends: by the agent, which goes on; by the post step; by a revived agent; by a sweep of what a dead one left. */
export type DrainWay = 'command' | 'post' | 'revive' | 'sweep';

const LEAK = 70;
const NO_AGENT = 3;

export interface DrainExpectation {
  readonly drainTimeout: string;
  /** The agent may die, or be dead, at any time: then one of these is next. */
  readonly mayLoseAgent: boolean;
  readonly fallbacks: readonly DrainWay[];
  /** Members can't be removed: the status has to say so. */
  readonly leaks: boolean;
}

export interface DrainEnd {
  readonly isFinal: boolean;
  /** What drained. */
  readonly by: DrainWay;
  readonly output: string;
}

/** Drains, in another way where the agent is lost, until one has come to its end. @throws Violation at a wrong exit status */
export async function drainJob(
  job: Job,
  way: DrainWay,
  random: Random,
  expected: DrainExpectation,
): Promise<DrainEnd> {
  const again = () => drainJob(job, random.pick(expected.fallbacks), random, expected);
  if (way === 'post') return byPost(job, expected);
  if (way === 'sweep') return bySweep(job, expected);
  if (way === 'revive' && !(await revive(job, expected.mayLoseAgent))) return again();
  const { status, output } = await job.command('drain').ended;
  if (status === NO_AGENT && expected.mayLoseAgent) return again();
  const wanted = expected.leaks ? LEAK : 0;
  hold(status === wanted, `topo-gc drain ended with status ${status}, not ${wanted}: ${output}`);
  return { isFinal: false, by: way, output };
}

async function byPost(job: Job, { drainTimeout, leaks }: DrainExpectation): Promise<DrainEnd> {
  const { status, output } = await job.post(drainTimeout).ended;
  const wanted = leaks ? 1 : 0;
  hold(status === wanted, `the post step ended with status ${status}, not ${wanted}: ${output}`);
  return { isFinal: true, by: 'post', output };
}

/** The job's post step never ran to its end. */
async function bySweep(job: Job, { leaks, drainTimeout }: DrainExpectation): Promise<DrainEnd> {
  await job.kill();
  const { status, output } = await job.sweep(drainTimeout).ended;
  const wanted = leaks ? LEAK : 0;
  hold(status === wanted, `topo-gc sweep ended with status ${status}, not ${wanted}: ${output}`);
  return { isFinal: true, by: 'sweep', output };
}

/** A second use of the action in the job finds the agent dead, and starts it again. @returns whether it did */
async function revive(job: Job, mayLoseAgent: boolean): Promise<boolean> {
  await job.kill();
  const { status, output } = await job.use();
  const isRevived = status === 0 && job.pid !== undefined;
  hold(isRevived || mayLoseAgent, `a second use of the action ended with status ${status}: ${output}`);
  return isRevived;
}
