import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { asRoot, COMMAND_PATH, isRootToBeHad, signalAsRoot } from '../engine/root-command.ts';
import { interrupted, onInterruption, untilEnd } from '../interruption.ts';

/** With its first process all others go, and with them all mounts. */
const UNSHARE = ['unshare', '--mount', '--pid', '--fork', '--kill-child', '--mount-proc'] as const;
const END_TIMEOUT_MS = 90_000;

/** Whether the kernel, or the host of this container, gives them. */
export function hasNamespaces(): boolean {
  if (!isRootToBeHad()) return false;
  const [command, args] = asRoot(...UNSHARE, 'mount', '--make-rprivate', '/');
  return (
    spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, PATH: COMMAND_PATH } }).status === 0
  );
}

interface NamespaceOptions {
  /** Where its output goes: to this process's own, unless to a file. */
  readonly output?: number;
  /** It has something to clean up before it ends, when this process is told to end. */
  readonly isGraceful?: boolean;
}

/**
 * Runs a command as root in mounts and processes of its own to its end. @returns its exit status
 */
export async function runInNamespaces(
  command: readonly string[],
  { output, isGraceful = false }: NamespaceOptions = {},
): Promise<number> {
  const [file, args] = asRoot(...UNSHARE, ...command);
  const child = spawn(file, args, {
    env: { ...process.env, PATH: COMMAND_PATH },
    stdio: ['ignore', output ?? 'inherit', output ?? 'inherit'],
    // In a process group of its own, Ctrl-C leaves it to us.
    detached: true,
  });
  const group = `-${child.pid}`;
  const exit = once(child, 'exit');
  using _registration = onInterruption(async () => {
    if (isGraceful) {
      await signalAsRoot('TERM', group);
      await Promise.race([exit, sleep(END_TIMEOUT_MS, undefined, { ref: false })]);
    }
    if (child.exitCode === null && child.signalCode === null) await signalAsRoot('KILL', group);
    await exit;
  });
  const [code] = await exit;
  if (interrupted.aborted) await untilEnd();
  return code ?? 1;
}
