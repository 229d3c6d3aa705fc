import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/**
 * Recognizes all that a command starts, also what has been detached, by an entry at the end of PATH: every process passes PATH
 * on, also to agents, which get a listed environment.
 */
export class ProcessMark {
  readonly #entry = `/nonexistent/topo-gc-run-${randomUUID()}`;

  /** PATH with the mark. */
  readonly path = `${process.env.PATH ?? ''}:${this.#entry}`;

  /** Waits until none is left, or kills those that are left after `ms` and says what they were. */
  async ended(ms: number): Promise<string[]> {
    const deadline = performance.now() + ms;
    while (this.#find().length > 0 && performance.now() < deadline) await sleep(POLL_MS);
    return this.#find().map(({ pid, command }) => {
      killIfThere(pid);
      return command;
    });
  }

  #find(): { pid: number; command: string }[] {
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .filter((pid) => readIfThere(`/proc/${pid}/environ`).includes(this.#entry))
      .map((pid) => ({
        pid: Number(pid),
        command: readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' '),
      }));
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone in the meantime.
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // Gone, or another user's.
  }
}
