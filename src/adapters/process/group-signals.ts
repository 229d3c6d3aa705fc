import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { systemClock } from '../host/system-clock.ts';

/** How long a signal may take to reach another process, in ms. */
const DELIVERY_MS = 200;

/**
 * Tells whether a signal was for this process alone or for its whole group, as Ctrl-C at a terminal is: the kernel
 * knows, but Node doesn't tell. So an idle process of the group stands by, and ends from any signal that reaches it.
 */
export class GroupSignals implements Disposable {
  #bystander = standBy();

  /** Call this right after a signal has come. */
  async wasForGroup(): Promise<boolean> {
    const { child, ended } = this.#bystander;
    const delivered = await Promise.race([
      ended.then(() => true),
      systemClock.sleep(DELIVERY_MS).then(() => false),
    ]);
    if (delivered && this.#bystander.child === child) this.#bystander = standBy();
    return delivered;
  }

  [Symbol.dispose](): void {
    this.#bystander.child.kill('SIGKILL');
  }
}

/** It ends with its input, and so also with this process. */
function standBy(): { readonly child: ChildProcess; readonly ended: Promise<unknown> } {
  const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
  child.unref();
  const ended = once(child, 'exit').catch(() => new Promise(() => {}));
  return { child, ended };
}
