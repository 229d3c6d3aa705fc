import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onInterruption } from '../../scripts/interruption.ts';

/** A command that runs until it is disposed of or this process is told to end: by SIGTERM, and it may take its time. */
export class RunningCommand implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown[]>;
  readonly #interruption = onInterruption(() => this.#end());
  #printed = '';
  #hasToEnd = false;

  /** @param child its output and its errors in pipes */
  constructor(child: ChildProcess) {
    this.#child = child;
    this.#exit = once(child, 'exit');
    for (const output of [child.stdout, child.stderr])
      output?.on('data', (chunk) => {
        this.#printed += chunk;
      });
  }

  /** The first group of what it prints. @throws Error with all that it has printed where it ends before */
  async announcement(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.#printed)?.[1];
      if (found !== undefined) return found;
      const more = once(this.#child.stdout ?? this.#child, 'data');
      const hasEnded = await Promise.race([more.then(() => false), this.#exit.then(() => true)]);
      if (hasEnded) throw new Error(`the command ended early: ${this.#printed.trim()}`);
    }
  }

  /** @throws Error with all that it has printed where it had ended by itself, or fails at its end */
  async [Symbol.asyncDispose](): Promise<void> {
    using _interruption = this.#interruption;
    await this.#end();
  }

  async #end(): Promise<void> {
    const isRunning = this.#child.exitCode === null && this.#child.signalCode === null;
    // A second SIGTERM would cut short what it does at its end.
    if (isRunning && !this.#hasToEnd) this.#child.kill('SIGTERM');
    this.#hasToEnd ||= isRunning;
    const [status] = await this.#exit;
    if (!this.#hasToEnd || status !== 0)
      throw new Error(`the command ended with ${status}: ${this.#printed.trim()}`);
  }
}
