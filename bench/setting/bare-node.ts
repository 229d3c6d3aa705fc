import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onInterruption } from '../../scripts/interruption.ts';

/** A Node that does nothing. */
export class BareNode implements AsyncDisposable {
  readonly #child;
  readonly #interruption = onInterruption(async () => void this.#child.kill());

  /** @param flags of Node */
  constructor(flags: readonly string[]) {
    const args = [...flags, '--eval', 'setInterval(() => {}, 1e6)'];
    this.#child = spawn(process.execPath, args, { stdio: 'ignore' });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    using _interruption = this.#interruption;
    const exit = once(this.#child, 'exit');
    this.#child.kill();
    await exit;
  }
}
