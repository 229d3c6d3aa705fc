import type { Clock, Log } from '../../domain/ports.ts';

interface WatchKeeper {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Between two attempts, in ms. */
const AGAIN_MS = 1_000;

/**
 * Lets a watch run until the signal fires; one that fails is logged, and begins anew. Never rejects.
 * @param what is watched, as in `the watch of the spool failed`
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
      log.error(`the watch of ${what} failed, and begins anew`, { error });
    }
    await clock.sleep(AGAIN_MS, signal);
  }
}
