import { EngineError } from '../domain/engine.ts';
import type { Clock } from '../domain/ports.ts';
import { unlessAborted } from './engine-retry.ts';

/**
 * Asks once, for at most `ms`.
 * @throws what the question throws; EngineError if there is no answer in time; the signal's reason if the signal fires first
 */
export async function answerWithin<T>(
  { clock }: { readonly clock: Clock },
  ms: number,
  ask: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const late = new AbortController();
  const done = new AbortController();
  const asked = unlessAborted(ask(), AbortSignal.any([signal, late.signal]));
  const timer = clock.sleep(ms, done.signal).then(() => {
    if (!done.signal.aborted) late.abort(new EngineError('unreachable', `no answer within ${ms / 1000} s`));
  });
  try {
    return await asked;
  } finally {
    done.abort();
    await timer;
  }
}
