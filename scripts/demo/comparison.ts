import { duration } from '../../src/words/figures.ts';
import { type JobResult, type StepResult, stepNamed } from '../../test/runner/model/job-model.ts';
import { ACTION_STEP } from './jobs.ts';
import { columns } from './terminal.ts';
import type { DemoTopology } from './topologies.ts';

const WAITED = /^waited (\d+)[.,](\d{3}) s$/m;

/** What a test step waited for its submission, or for its teardown, in ms, as it told itself. */
function waitedMs({ name, log }: StepResult): number {
  const [, seconds, milliseconds] = WAITED.exec(log) ?? [];
  if (seconds === undefined) throw new Error(`the step ${name} did not tell how long it waited:\n${log}`);
  return Number(seconds) * 1000 + Number(milliseconds);
}

const totalMs = ({ steps }: JobResult): number => steps.reduce((sum, { durationMs }) => sum + durationMs, 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

interface Comparison {
  /** How long each step waited for teardown, in the job with the agent and in the one without. */
  readonly table: string;
  /** What the agent saved of that, in one sentence. */
  readonly saved: string;
}

/** What two jobs that build the same waited for teardown, as it was measured. */
export function compare(
  topologies: readonly DemoTopology[],
  withAgent: JobResult,
  oneByOne: JobResult,
): Comparison {
  const start = stepNamed(withAgent, ACTION_STEP).durationMs;
  const post = stepNamed(withAgent, `Post ${ACTION_STEP}`).durationMs;
  const waits = topologies.map(({ step }) => ({
    step,
    agent: waitedMs(stepNamed(withAgent, step)),
    alone: waitedMs(stepNamed(oneByOne, step)),
  }));
  const agentMs = start + sum(waits.map(({ agent }) => agent)) + post;
  const aloneMs = sum(waits.map(({ alone }) => alone));
  const table = columns([
    ['waited for teardown', 'with topo-gc', 'one by one'],
    [`${ACTION_STEP} (starts the agent)`, duration(start), '-'],
    ...waits.map(({ step, agent, alone }) => [step, duration(agent), duration(alone)]),
    [`Post ${ACTION_STEP} (drains)`, duration(post), '-'],
    ['in all', duration(agentMs), duration(aloneMs)],
    ['the whole job', duration(totalMs(withAgent)), duration(totalMs(oneByOne))],
  ]);
  const saved = `In this run topo-gc saved ${duration(aloneMs - agentMs)} of ${duration(aloneMs)} of waiting for teardown.`;
  return { table, saved };
}
