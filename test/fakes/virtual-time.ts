import { vi } from 'vitest';
import type { Clock } from '../../src/domain/ports.ts';

const realSetImmediate = setImmediate;
const turn = () => new Promise<void>((resolve) => realSetImmediate(resolve));

/** When virtual time begins, in ms since the epoch. */
export const START = Date.parse('2026-11-24T10:00:00Z');

/** Nothing that a test waits for takes longer than that, in virtual ms. */
const LONGEST_MS = 3_600_000;

/** Time that passes only when a test lets it: for the clock, for the timers of libraries and for AbortSignal.timeout. */
export class VirtualTime implements Clock, Disposable {
  constructor() {
    vi.useFakeTimers({ now: START });
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('The operation timed out', 'TimeoutError')), ms);
      return controller.signal;
    });
  }

  now(): number {
    return Date.now();
  }

  timeOfDay(): number {
    return Date.now();
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => resolve(), { once: true });
    await promise;
    clearTimeout(timer);
  }

  timeout(ms: number): AbortSignal {
    return AbortSignal.timeout(ms);
  }

  /** Lets so many ms pass. */
  pass(ms: number): Promise<void> {
    return this.until(this.sleep(ms));
  }

  /** Lets as much time pass as the promise takes. @throws Error where it would never settle */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    const end = this.now() + LONGEST_MS;
    // A turn of the real event loop lets everything go on that a timer has set off.
    for (await turn(); !settled; await turn()) {
      if (vi.getTimerCount() === 0) throw new Error('nothing will happen any more, and it has not settled');
      if (this.now() > end) throw new Error('it has not settled for an hour');
      vi.advanceTimersToNextTimer();
    }
    return promise;
  }

  /** Lets time pass until the condition holds. */
  async untilTrue(condition: () => boolean): Promise<void> {
    await this.until(
      (async () => {
        while (!condition()) await this.sleep(1);
      })(),
    );
  }

  [Symbol.dispose](): void {
    vi.restoreAllMocks();
    vi.useRealTimers();
  }
}
