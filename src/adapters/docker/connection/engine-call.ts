import { EngineError } from '../../../domain/engine.ts';
import { LONGEST_MS } from '../../../domain/text/quantities.ts';
import { toEngineError } from '../engine-answers.ts';

/**
 * One conversation with the engine, of one or several requests that pass the signal on.
 * @throws EngineError only; `unreachable` where the deadline passes.
 */
export async function callEngine<T>(
  deadlineMs: number,
  converse: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const ms = Math.min(deadlineMs, LONGEST_MS);
  let timer: NodeJS.Timeout | undefined;
  // Not every method of dockerode takes a signal, so the deadline is raced as well.
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new EngineError('unreachable', `the engine did not answer within ${ms / 1000} s`));
      abort.abort();
    }, ms);
  });
  try {
    return await Promise.race([converse(abort.signal), deadline]);
  } catch (error) {
    throw toEngineError(error);
  } finally {
    clearTimeout(timer);
  }
}
