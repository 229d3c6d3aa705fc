import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { expect, vi } from 'vitest';
import { ProcessMark } from '../../../scripts/test/marked-processes.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';
import { REPOSITORY } from './bundle-job.ts';

/** A command of this repository as a person types it: in a process group of its own, as a shell gives it. */
export class TypedCommand implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly #mark = new ProcessMark();
  readonly #child: ChildProcess;
  readonly #temporary = this.#folder.file('t');
  readonly exit: Promise<unknown>;
  /** All that it has printed. */
  output = '';

  constructor(line: string, environment: Readonly<Record<string, string | undefined>>) {
    mkdirSync(this.#temporary);
    // npm keeps a cache of its own code in the temporary folder.
    const own = { NODE_DISABLE_COMPILE_CACHE: '1', TMPDIR: this.#temporary, PATH: this.#mark.path };
    const [command = '', ...args] = line.split(' ');
    this.#child = spawn(command, args, {
      cwd: REPOSITORY,
      env: { ...environment, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.exit = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (data) => {
        this.output += data;
      });
  }

  async until(printed: RegExp): Promise<void> {
    await vi.waitUntil(() => printed.test(this.output) || this.#hasEnded, { timeout: 120_000 });
    expect(this.output).toMatch(printed);
  }

  /** Ctrl-C: the terminal gives it to all of the group. */
  interrupt(): void {
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGINT');
  }

  /** Files that it has in the temporary folder. */
  get files(): string[] {
    return readdirSync(this.#temporary);
  }

  /** Processes, files and mounts. */
  async left(): Promise<string[]> {
    const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
    const own = mounts.filter((line) => line.includes(this.#folder.path));
    return [...(await this.#mark.ended(0)), ...this.files, ...own];
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}
