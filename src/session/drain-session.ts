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
  /** All of it: the agent's drain, and where it does not answer, the one in its place. */
  readonly budgetMs: number;
  readonly onProgress: (progress: DrainProgress) => void;
  readonly onLost: (why: string) => void;
}

export interface DrainResult {
  readonly report: Report;
  /** Why the agent did not drain itself; absent where it did. */
  readonly inPlaceBecause?: string;
}

/** How long an agent may take to begin its answer: a share of the budget, and no more than that, in ms. */
const ANSWER_SHARE = 0.2;
const MOST_ANSWER_MS = 5_000;

/** What starting and ending a process takes at the most, in ms, of which the drain itself knows nothing. */
const OVERHEAD_MS = 1_000;

/** What is kept of the budget for a drain in place, where the agent is lost in the middle of its own. */
const RESERVE_SHARE = 0.25;
const MOST_RESERVE_MS = 15_000;

/** No drain has less than that, in ms, however small the budget is. */
const LEAST_MS = 1_000;

/**
 * The final drain of a session: by its agent, or, where that is dead or hangs, by a process in its place. Ends within the
 * budget.
 * @throws TopoGcError where neither could drain
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

/** Whoever tidies up behind an agent must not find it at work: it ends by itself after its last answer, or is ended. */
async function end({ state }: Workplace, patienceMs = OVERHEAD_MS): Promise<void> {
  const agent = state.readAgent();
  if (agent !== undefined && !(await untilEnded(agent, patienceMs))) await endProcess(agent);
}
