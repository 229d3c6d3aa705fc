import type { Clock } from '../src/domain/ports.ts';

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time that passes as fast as the machine allows: from one thing that is due to the next. */
export class VirtualClock implements Clock {
  #now: number;
  /** The next to ring is the last. */
  readonly #alarms: Alarm[] = [];

  /** @param start ms since the epoch */
  constructor(start: number) {
    this.#now = start;
  }

  timeOfDay(): number {
    return this.now();
  }

  now(): number {
    return this.#now;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.call(ms, resolve);
    const onAbort = () => {
      cancel();
      resolve();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    await promise;
    signal?.removeEventListener('abort', onAbort);
  }

  timeout(ms: number): AbortSignal {
    const controller = new AbortController();
    this.call(ms, () => controller.abort(new DOMException('The operation timed out', 'TimeoutError')));
    return controller.signal;
  }

  /** Calls back in `ms`; the returned function takes that back. What is due at the same time comes in the order of its setting. */
  call(ms: number, ring: () => void): () => void {
    const alarm = { at: this.#now + Math.max(0, ms), ring };
    const place = this.#alarms.findLastIndex(({ at }) => at > alarm.at) + 1;
    this.#alarms.splice(place, 0, alarm);
    return () => {
      const at = this.#alarms.indexOf(alarm);
      if (at >= 0) this.#alarms.splice(at, 1);
    };
  }

  /** Lets as much time pass as the promise takes. @throws Error where nothing will happen any more */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    promise.then(settle, settle);
    // A turn of the real event loop lets everything go on that an alarm has set off.
    for (await turn(); !isSettled; await turn()) {
      const alarm = this.#alarms.pop();
      if (alarm === undefined) throw new Error('nothing will happen any more, and it has not settled');
      this.#now = alarm.at;
      alarm.ring();
    }
    return promise;
  }
}
