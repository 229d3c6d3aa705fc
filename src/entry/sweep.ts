import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { AgentClient } from '../adapters/ipc/agent-client.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';
import { changedAt, stateFolders } from '../adapters/journal/state-folders.ts';
import { drainInPlace } from '../adapters/process/drain-process.ts';
import type { Report } from '../domain/report.ts';
import { agentLives } from './agent-life.ts';

export interface SweepOptions {
  readonly root: string;
  /** The agent's bundle. */
  readonly script: string;
  /** Where those who drain in their place write to. */
  readonly log: string;
  /** Ends what is under way; it goes on with the next sweep. */
  readonly signal?: AbortSignal;
  /** For each of the dead agents. */
  readonly budgetMs: number;
  readonly onSwept: (session: string, report: Report) => void;
  readonly onFailed: (session: string, error: unknown) => void;
}

/** How long a folder may be without an agent before it counts as one whose agent is dead, in ms. */
const STARTING_MS = 60_000;

/** How long an agent may take to say that it lives, in ms. */
const ANSWER_MS = 1_000;

/** Collects what dead agents have left, one after the other; what living ones have is left alone. */
export async function sweep({
  root,
  script,
  log,
  signal,
  budgetMs,
  onSwept,
  onFailed,
}: SweepOptions): Promise<void> {
  for (const folder of stateFolders(root)) {
    if (signal?.aborted || (await isInUse(folder))) continue;
    try {
      const report = await drainInPlace({
        script,
        stateFolder: folder.path,
        budgetMs,
        trigger: 'sweep',
        log,
        onProgress: () => {},
        signal: AbortSignal.any([AbortSignal.timeout(budgetMs * 2), ...(signal ? [signal] : [])]),
      });
      tidyUp(folder);
      onSwept(folder.session, report);
    } catch (error) {
      onFailed(folder.session, error);
    }
  }
}

/** A runner empties its own folder; of other agents, what they had in the temporary one is theirs by its name. */
export function tidyUp(state: StateFolder): void {
  const { folder } = state.readSession();
  state.remove();
  if (basename(folder) === state.session) rmSync(folder, { recursive: true, force: true });
}

async function isInUse(folder: StateFolder): Promise<boolean> {
  if (agentLives(folder)) return true;
  const agent = folder.readAgent();
  const session = changedAt(folder.sessionFile);
  if (session === undefined) return true;
  if (agent === undefined) return Date.now() - session < STARTING_MS;
  let client: AgentClient | undefined;
  try {
    client = new AgentClient(folder.readSession().socket);
    const { nonce } = await client.get<{ nonce: string }>('/healthz', { timeoutMs: ANSWER_MS });
    return nonce === agent.nonce;
  } catch {
    return false;
  } finally {
    client?.close();
  }
}
