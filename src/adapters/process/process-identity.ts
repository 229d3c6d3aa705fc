import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { systemClock } from '../host/system-clock.ts';

/** A pid alone can be reused: its start time, its boot and its namespace make it unique. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In clock ticks since the boot, field 22 of `/proc/PID/stat` (proc(5)). */
  readonly startTime: string;
  readonly bootId: string;
  /** The namespace of the pid, `pid:[4026531836]`: a container has its own. */
  readonly pidNamespace: string;
}

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** The PID namespace of a process. If it can't be read, the process belongs to another user, in whatever namespace. */
export function namespaceOf(pid: number | 'self'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined;
  }
}

export const ownNamespace = (): string => namespaceOf('self') ?? 'unknown';

/** Whether it ran under this boot, but out of this process's sight: only its actions show whether it still lives. */
export const isElsewhere = (identity: ProcessIdentity): boolean =>
  identity.bootId === bootId() && identity.pidNamespace !== ownNamespace();

/** There is no such process, or none that this user may see. */
const GONE = new Set<string | undefined>(['ENOENT', 'ESRCH', 'EACCES', 'EPERM']);

/**
 * `undefined` if there is no such process, or only a dead one's entry that its parent has not collected.
 * @throws Error if that can't be known, as with no file left to open: such a process does not count as dead
 */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command's name is in parentheses and may contain anything.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTime] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || startTime === undefined) return undefined;
    return { pid, startTime, bootId: bootId(), pidNamespace: ownNamespace() };
  } catch (error) {
    if (GONE.has((error as NodeJS.ErrnoException).code)) return undefined;
    throw error;
  }
}

/** @throws Error if that can't be known */
export function isAlive(identity: ProcessIdentity): boolean {
  const now = identifyProcess(identity.pid);
  return (
    now !== undefined &&
    now.startTime === identity.startTime &&
    now.bootId === identity.bootId &&
    now.pidNamespace === identity.pidNamespace
  );
}

/** How long a process may take to end by itself, and the pause between two looks at it, in ms. */
const GRACE_MS = 500;
const LOOK_MS = 20;

/** Waits for a process to end by itself. @returns whether it did, within the given ms */
export async function untilEnded(identity: ProcessIdentity, ms: number): Promise<boolean> {
  const deadline = systemClock.now() + ms;
  while (isAlive(identity)) {
    if (systemClock.now() > deadline) return false;
    await systemClock.sleep(LOOK_MS);
  }
  return true;
}

function mayLive(identity: ProcessIdentity): boolean {
  try {
    return isAlive(identity);
  } catch {
    return true; // It is looked at again.
  }
}

/** Between two looks at a process that may live long, in ms. */
const WATCH_MS = 500;

/** Resolves when a process is gone; does not keep this process alive. */
export async function untilGone(identity: ProcessIdentity): Promise<void> {
  while (mayLive(identity)) await once(systemClock.timeout(WATCH_MS), 'abort');
}

/** Ends a process by SIGTERM, and by SIGKILL if that is not enough. @returns whether it was alive */
export async function endProcess(identity: ProcessIdentity): Promise<boolean> {
  if (!isAlive(identity)) return false;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (isAlive(identity)) process.kill(identity.pid, signal);
    if (await untilEnded(identity, GRACE_MS)) break;
  }
  return true;
}
