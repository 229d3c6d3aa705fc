import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { interrupted } from '../scripts/interruption.ts';

export interface ProcessEnd {
  /** Null where a signal ended it. */
  readonly status: number | null;
  /** What it said on standard output and standard error. */
  readonly output: string;
}

/** A process under way, that a fault may end. */
export interface RunningProcess {
  readonly pid: number | undefined;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<ProcessEnd>;
}

/** Starts a process of exactly this environment. @throws the reason where this process has been told to end */
export function startProcess(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): RunningProcess {
  interrupted.throwIfAborted();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  const ended = once(child, 'exit').then(async ([status]) => ({
    status,
    output: (await output).join('').trim(),
  }));
  return { pid: child.pid, kill: (signal) => void child.kill(signal), ended };
}
