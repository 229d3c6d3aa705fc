import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Report } from '../../domain/report/report.ts';
import type { DrainProgress } from '../../protocol/agent-service.ts';
import { readDrain } from '../../protocol/drain-lines.ts';

interface DrainProcess {
  /** The agent's bundle. */
  readonly script: string;
  readonly stateFolder: string;
  readonly budgetMs: number;
  readonly trigger: 'recovery' | 'sweep';
  /** Where the log of the agent goes on. */
  readonly log: string;
  readonly onProgress: (progress: DrainProgress) => void;
  /** Ends the process. */
  readonly signal: AbortSignal;
}

/**
 * Drains in place of an agent that is dead, from its journal, in a process of its own: whatever hangs there can be ended.
 * @throws TopoGcError what the drain ended with; Error where it ended without a word
 */
export async function drainInPlace({
  script,
  stateFolder,
  budgetMs,
  trigger,
  log,
  onProgress,
  signal,
}: DrainProcess): Promise<Report> {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(
    process.execPath,
    [script, stateFolder, '--drain', String(Math.ceil(budgetMs)), '--trigger', trigger],
    {
      // Ctrl-C at a terminal is not for what drains.
      detached: true,
      stdio: ['ignore', 'pipe', output],
      signal,
      killSignal: 'SIGKILL',
    },
  );
  closeSync(output);
  const failed = new Promise<never>((_, reject) => child.once('error', reject));
  return Promise.race([readDrain(child.stdio[1] as Readable, onProgress), failed]);
}
