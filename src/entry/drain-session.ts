import { AgentClient } from '../adapters/ipc/agent-client.ts';
import { drainInPlace } from '../adapters/process/drain-process.ts';
import { endProcess } from '../adapters/process/process-identity.ts';
import type { DrainProgress } from '../domain/agent-service.ts';
import { describeError, TopoGcError } from '../domain/errors.ts';
import type { Report } from '../domain/report.ts';
import { bundle, type Workplace } from './launch.ts';

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

/** A drain in place has at least that long, in ms, however late the agent was lost. */
const LEAST_MS = 2_000;

/**
 * The final drain of a session: by its agent, or, where that is dead or hangs, by a process in its place. Ends within the
 * budget, but for the last seconds that a drain in place needs at the least.
 * @throws TopoGcError where neither could drain
 */
export async function drainSession({
  workplace,
  budgetMs,
  onProgress,
  onLost,
}: DrainSession): Promise<DrainResult> {
  const began = performance.now();
  /** In whole ms, as timers take them. */
  const remaining = (least: number) => Math.round(Math.max(least, budgetMs - (performance.now() - began)));
  const client = new AgentClient(workplace.socket);
  try {
    const report = await client.drain({
      final: true,
      budgetMs: Math.max(LEAST_MS, remaining(0) - OVERHEAD_MS),
      timeoutMs: Math.round(Math.min(MOST_ANSWER_MS, budgetMs * ANSWER_SHARE)),
      signal: AbortSignal.timeout(remaining(LEAST_MS)),
      onProgress,
    });
    return { report };
  } catch (error) {
    if (!(error instanceof TopoGcError) || error.code !== 'agent-not-found') throw error;
    const inPlaceBecause = describeError(error);
    onLost(inPlaceBecause);
    const agent = workplace.state.readAgent();
    if (agent !== undefined) await endProcess(agent);
    const report = await drainInPlace({
      script: bundle('agent'),
      stateFolder: workplace.state.path,
      trigger: 'recovery',
      budgetMs: Math.max(LEAST_MS, remaining(0) - OVERHEAD_MS),
      log: workplace.log,
      signal: AbortSignal.timeout(remaining(LEAST_MS + OVERHEAD_MS)),
      onProgress,
    });
    return { report, inPlaceBecause };
  } finally {
    client.close();
  }
}
