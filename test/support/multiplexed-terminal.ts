import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { vi } from 'vitest';
import { TemporaryFolder } from './temporary-folder.ts';

const QUIET: ExecFileSyncOptionsWithStringEncoding = {
  stdio: ['ignore', 'pipe', 'ignore'],
  encoding: 'utf8',
};

interface TerminalOptions {
  readonly columns: number;
  readonly rows: number;
  readonly env: Readonly<Record<string, string>>;
}

/** A terminal in a tmux server of its own, which runs a shell. */
export class MultiplexedTerminal implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly #server = this.#folder.file('tmux');

  constructor(command: string, { columns, rows, env }: TerminalOptions) {
    const size = ['-x', `${columns}`, '-y', `${rows}`];
    // The PATH of what tmux runs is that of who asks it, whatever the session's is.
    const args = ['-S', this.#server, '-f', '/dev/null', '-u', 'new-session', '-d', ...size, command];
    execFileSync('tmux', args, { ...QUIET, env: { ...process.env, ...env } });
  }

  /** What a person sees, a line each. */
  get screen(): string {
    return this.#tmux('capture-pane', '-p');
  }

  /** Whether a program has it in hand as a whole (the alternate screen), and whether the cursor is seen. */
  get modes(): string {
    return this.#tmux('display-message', '-p', '#{alternate_on} #{cursor_flag}').trim();
  }

  /** The process that its shell has started. */
  get foreground(): number {
    const shell = this.#tmux('display-message', '-p', '#{pane_pid}').trim();
    return Number(execFileSync('ps', ['-o', 'pid=', '--ppid', shell], QUIET));
  }

  /** Presses keys by tmux's names, or types. */
  press(...keys: readonly string[]): void {
    this.#tmux('send-keys', '--', ...keys);
  }

  resize(columns: number, rows: number): void {
    this.#tmux('resize-window', '-x', `${columns}`, '-y', `${rows}`);
  }

  /** Waits until what is seen is so. @param timeout in ms */
  async until(pattern: RegExp, timeout = 30_000): Promise<string> {
    await vi.waitFor(
      () => {
        if (!pattern.test(this.screen)) throw new Error(`no ${pattern} in\n${this.screen}`);
      },
      { timeout, interval: 100 },
    );
    return this.screen;
  }

  #tmux(...args: readonly string[]): string {
    return execFileSync('tmux', ['-S', this.#server, ...args], QUIET);
  }

  [Symbol.dispose](): void {
    this.#tmux('kill-server');
    this.#folder[Symbol.dispose]();
  }
}
