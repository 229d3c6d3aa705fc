import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';
import { quoteForShell } from '../../src/domain/text/quote-for-shell.ts';

interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A terminal of that many columns; without it, pipes. */
  readonly columns?: number;
}

/** A program of a test's own, in a process group of its own: on pipes, or on a terminal that `script` (util-linux) makes. */
export class TerminalProgram implements AsyncDisposable {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #exited: Promise<unknown>;
  #output = '';

  constructor(command: readonly string[], { env = {}, columns }: ProgramOptions = {}) {
    const line = `stty cols ${columns}; exec ${command.map(quoteForShell).join(' ')}`;
    const [program = '', ...args] = columns === undefined ? command : ['script', '-qefc', line, '/dev/null'];
    this.#child = spawn(program, args, { detached: true, env: { ...process.env, TERM: 'xterm', ...env } });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.on('data', (chunk) => {
        this.#output += chunk;
      });
    this.#exited = once(this.#child, 'close');
  }

  /** Of what it runs itself; on a terminal, of what makes the terminal. */
  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('it did not start');
    return this.#child.pid;
  }

  /** All that it has printed, on both of its outputs. */
  get output(): string {
    return this.#output;
  }

  /** Waits for it to print that. */
  async until(pattern: RegExp): Promise<void> {
    await vi.waitUntil(() => pattern.test(this.#output), { timeout: 30_000 });
  }

  /** Types, or writes to its standard input. */
  type(text: string): void {
    this.#child.stdin.write(text);
  }

  /** @returns its status, 128 and more where a signal has ended what runs on a terminal; `null` where it was killed itself */
  async ended(): Promise<number | null> {
    await this.#exited;
    return this.#child.exitCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) process.kill(-this.pid, 'SIGKILL');
    await this.#exited;
  }
}
