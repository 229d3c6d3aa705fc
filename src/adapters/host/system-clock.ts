import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../domain/ports.ts';
import { boundedMs } from '../../domain/text/quantities.ts';

/** Begins at the time of day and then goes on by the monotonic clock, so that setting the time of day changes nothing. */
export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  timeOfDay: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      // Node warns of a time that is over already; what is longer than a timer holds ends after a day.
      await sleep(boundedMs(ms), undefined, signal && { signal });
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  },
  timeout: (ms) => AbortSignal.timeout(Math.ceil(boundedMs(ms))),
};

/** How long this process runs, in ms. */
export const msSinceStart = (): number => performance.now();

/** Calls back after each `ms` until what is returned is disposed of; keeps this process alive until then. */
export function every(ms: number, call: () => void): Disposable {
  const timer = setInterval(call, ms);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
