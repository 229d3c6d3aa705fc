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
  /** The file in which the agent's log continues. */
  readonly log: string;
  readonly onProgress: (progress: DrainProgress) => void;
  /** Ends the process. */
  readonly signal: AbortSignal;
}

/**
 * Drains in place of a dead agent, from its journal, in a separate process: whatever hangs there can be ended.
 * @throws TopoGcError the drain's error; Error if the process ended without an answer
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
      // Ctrl-C at a terminal must not end a drain.
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
