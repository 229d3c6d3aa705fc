import { systemClock } from '../adapters/host/system-clock.ts';
import { AgentClient } from '../adapters/ipc/agent-client.ts';
import { drainInPlace } from '../adapters/process/drain-process.ts';
import { endProcess, untilEnded } from '../adapters/process/process-identity.ts';
import { describeError, TopoGcError } from '../domain/errors.ts';
import type { Report } from '../domain/report/report.ts';
import type { DrainProgress } from '../protocol/agent-service.ts';
import { bundle, type Workplace } from './workplace.ts';

interface DrainSession {
  readonly workplace: Workplace;
  /** For all of it: the agent's drain, and the drain in its place if the agent does not answer. */
  readonly budgetMs: number;
  readonly onProgress: (progress: DrainProgress) => void;
  readonly onLost: (why: string) => void;
}

export interface DrainResult {
  readonly report: Report;
  /** Why the agent did not drain itself; absent if it did. */
  readonly inPlaceBecause?: string;
}

/** How long an agent may take to begin its answer: a share of the budget, and at most this, in ms. */
const ANSWER_SHARE = 0.2;
const MOST_ANSWER_MS = 5_000;

/** The most that starting and ending a process takes, in ms; the drain itself does not count it. */
const OVERHEAD_MS = 1_000;

/** The share of the budget that is kept for a drain in place, if the agent is lost during its own drain. */
const RESERVE_SHARE = 0.25;
const MOST_RESERVE_MS = 15_000;

/** No drain has less than this, in ms, however small the budget is. */
const LEAST_MS = 1_000;

/**
 * The final drain of a session: by its agent or, if that is dead or hangs, by a process in its place. Ends within the
 * budget.
 * @throws TopoGcError if neither could drain
 */
export async function drainSession({
  workplace,
  budgetMs,
  onProgress,
  onLost,
}: DrainSession): Promise<DrainResult> {
  const endAt = systemClock.now() + budgetMs;
  const reserveMs = Math.min(MOST_RESERVE_MS, budgetMs * RESERVE_SHARE);
  /** Until `ms` before the end, in whole ms, as timers take them. */
  const remaining = (ms = 0) => Math.round(Math.max(LEAST_MS, endAt - systemClock.now() - ms));
  const client = new AgentClient(workplace.socket);
  try {
    const report = await client.drain({
      final: true,
      budgetMs: remaining(reserveMs + OVERHEAD_MS),
      timeoutMs: Math.round(Math.min(MOST_ANSWER_MS, budgetMs * ANSWER_SHARE)),
      signal: systemClock.timeout(remaining(reserveMs)),
      onProgress,
    });
    await end(workplace);
    return { report };
  } catch (error) {
    if (!(error instanceof TopoGcError) || error.code !== 'agent-not-found') throw error;
    const inPlaceBecause = describeError(error);
    onLost(inPlaceBecause);
    await end(workplace, 0);
    const report = await drainInPlace({
      script: bundle('agent'),
      stateFolder: workplace.state.path,
      trigger: 'recovery',
      budgetMs: remaining(OVERHEAD_MS),
      log: workplace.log,
      signal: systemClock.timeout(remaining()),
      onProgress,
    });
    return { report, inPlaceBecause };
  } finally {
    client.close();
  }
}

/** The tidying up must not find the agent at work: the agent ends by itself after its last answer, or is ended. */
async function end({ state }: Workplace, patienceMs = OVERHEAD_MS): Promise<void> {
  const agent = state.readAgent();
  if (agent !== undefined && !(await untilEnded(agent, patienceMs))) await endProcess(agent);
}
