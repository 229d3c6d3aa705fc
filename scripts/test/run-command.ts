import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { interrupted, onInterruption, untilEnd } from '../interruption.ts';
import { ProcessMark } from './marked-processes.ts';
import { PartOutput } from './part-output.ts';

export const ROOT = dirname(dirname(import.meta.dirname));

/** How long what a command has started may go on after its end. */
const GRACE_MS = 5_000;

/** How long it may take to clean up when it is told to end: some end engines of their own, or remove a whole root. */
const CLEANUP_MS = 120_000;

/** vitest colours its output for a pipe too. */
const PLAIN = process.stdout.isTTY || process.env.FORCE_COLOR !== undefined ? {} : { NO_COLOR: '1' };

/**
 * Runs a command at the root of the repository and says whether it succeeded; one that leaves processes behind has not. It and they
 * are ended when this process is told to end.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  output = new PartOutput(),
): Promise<boolean> {
  const mark = new ProcessMark();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...PLAIN, ...process.env, ...environment, PATH: mark.path },
    stdio: ['ignore', output.stdio, output.stdio],
    // In a process group of its own, Ctrl-C leaves it to us.
    detached: true,
  });
  const exit = once(child, 'exit');
  const written = output.take(child);
  using _registration = onInterruption(async () => {
    child.kill('SIGTERM');
    await Promise.race([exit, sleep(CLEANUP_MS, undefined, { ref: false })]);
    await mark.ended(GRACE_MS);
  });
  const [code] = await exit;
  if (interrupted.aborted) await untilEnd();
  const left = await mark.ended(GRACE_MS);
  await Promise.race([written, sleep(GRACE_MS, undefined, { ref: false })]);
  for (const process of left) output.say(`left running, and killed: ${process}`);
  return code === 0 && left.length === 0;
}
