import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../domain/ports.ts';

/** Begins at the time of day and then goes on by the monotonic clock, so that setting the time of day changes nothing. */
export const systemClock: Clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  timeOfDay: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      // Node warns of a time that is over already.
      await sleep(Math.max(0, ms), undefined, signal && { signal });
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  },
};
