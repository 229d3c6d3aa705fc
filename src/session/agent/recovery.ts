import { systemClock } from '../../adapters/host/system-clock.ts';
import type { StateFolder } from '../../adapters/journal/state-folder.ts';
import type { Log } from '../../domain/ports.ts';
import type { DrainLine } from '../../protocol/drain-lines.ts';
import { toProblem } from '../../protocol/problem.ts';
import { composeAgent } from './compose-agent.ts';
import { takeOver } from './take-over.ts';

interface RecoveryOptions {
  readonly folder: StateFolder;
  /** The time for the whole recovery, in ms. */
  readonly budgetMs: number;
  /** `sweep` if the job is over. */
  readonly trigger: 'recovery' | 'sweep';
  readonly log: Log;
  /** Takes progress, and at the end the report or a problem. */
  readonly write: (line: DrainLine) => void;
}

/** The share of its budget that a recovery may spend waiting for an earlier sweep. */
const WAIT_SHARE = 0.75;

/** Drains in place of a dead agent. Never rejects: it writes what went wrong. */
export async function recover({ folder, budgetMs, trigger, log, write }: RecoveryOptions): Promise<void> {
  const endAt = systemClock.now() + budgetMs;
  const onProgress = (progress: object) => write({ type: 'progress', ...progress } as DrainLine);
  try {
    await takeOver(folder, trigger === 'sweep' ? 0 : budgetMs * WAIT_SHARE, async () => {
      const { agent, close } = await composeAgent(folder, log, { isJobOver: trigger === 'sweep' });
      agent.start();
      const leftMs = endAt - systemClock.now();
      write({
        type: 'report',
        report: await agent.drain({ final: true, budgetMs: leftMs, trigger, onProgress }),
      });
      await close();
    });
  } catch (error) {
    log.error('the drain in place of the agent failed', { error });
    write({ type: 'problem', problem: toProblem(error) });
  }
}
