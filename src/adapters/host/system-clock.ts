import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../domain/ports.ts';
import { boundedMs } from '../../domain/text/quantities.ts';

/** Begins at the time of day and then follows the monotonic clock, so a change of the time of day has no effect. */
export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  timeOfDay: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      // Node warns about a time in the past; a time too long for a timer ends after a day.
      await sleep(boundedMs(ms), undefined, signal && { signal });
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  },
  timeout: (ms) => AbortSignal.timeout(Math.ceil(boundedMs(ms))),
};

/** How long this process has been running, in ms. */
export const msSinceStart = (): number => performance.now();

/** Calls back after each `ms` until the returned object is disposed of; keeps this process alive until then. */
export function every(ms: number, call: () => void): Disposable {
  const timer = setInterval(call, ms);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
