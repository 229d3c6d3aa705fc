import type { Clock, Log } from '../../domain/ports.ts';

interface WatchKeeper {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Between two attempts, in ms. */
const AGAIN_MS = 1_000;

/**
 * Runs a watch until the signal fires. A watch that fails is logged, and begins again. Never rejects.
 * @param what the subject of the watch, as in `the watch of the spool failed`
 */
export async function keepWatching(
  what: string,
  watch: (signal: AbortSignal) => Promise<void>,
  { clock, log, signal }: WatchKeeper,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await watch(signal);
      return;
    } catch (error) {
      log.error(`the watch of ${what} failed, and starts again`, { error });
    }
    await clock.sleep(AGAIN_MS, signal);
  }
}
