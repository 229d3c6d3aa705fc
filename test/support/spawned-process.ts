import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A process of a test's own, that goes with it. */
export class SpawnedProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  readonly #exited: Promise<unknown>;

  constructor(command: string, args: readonly string[] = []) {
    this.child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#exited = once(this.child, 'exit');
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('it did not start');
    return this.child.pid;
  }

  /** Resolves with what it prints next. */
  async output(): Promise<string> {
    const [chunk] = await once(this.child.stdout as Readable, 'data');
    return String(chunk);
  }

  async exited(): Promise<void> {
    await this.#exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.#exited;
  }
}
