import pRetry from 'p-retry';
import { EngineError } from '../domain/engine.ts';

const isTransient = (error: unknown): error is EngineError =>
  error instanceof EngineError && (error.fault === 'busy' || error.fault === 'unreachable');

/** A thing that is still busy after this many attempts will not change. */
const MOST_BUSY = 4;

/**
 * Retries what a moment may mend, after 1, 2, 4 and then every 8 s: a busy thing four times, an engine that does not
 * answer until the signal fires.
 * @param onFailed called with each failed attempt
 * @throws what the last attempt threw; the signal's reason if it fired before an attempt ended
 */
export async function retryEngine<T>(
  attempt: () => Promise<T>,
  signal: AbortSignal,
  onFailed: (error: unknown) => void = () => {},
): Promise<T> {
  let last: unknown;
  let busy = 0;
  try {
    return await pRetry(() => unlessAborted(attempt(), signal), {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 1000,
      maxTimeout: 8000,
      signal,
      shouldRetry: ({ error }) => isTransient(error) && (error.fault !== 'busy' || busy++ < MOST_BUSY),
      onFailedAttempt: ({ error }) => {
        last = error;
        onFailed(error);
      },
    });
  } catch (error) {
    throw last ?? error;
  }
}

/** Settles as the promise does, or rejects with the signal's reason if the signal fires first. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: () => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
