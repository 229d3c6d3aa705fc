import { EngineError } from '../../../domain/engine.ts';
import { LONGEST_MS } from '../../../domain/text/quantities.ts';
import { systemClock } from '../../host/system-clock.ts';
import { toEngineError } from '../engine-answers.ts';

/**
 * One conversation with the engine: one or several requests that pass the signal on.
 * @throws EngineError only; `unreachable` if the deadline passes.
 */
export async function callEngine<T>(
  deadlineMs: number,
  converse: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const answered = new AbortController();
  const ms = Math.min(deadlineMs, LONGEST_MS);
  const conversation = converse(late.signal).then((value) => ({ value }));
  try {
    // Not every method of dockerode takes a signal, so the call also races against the deadline.
    const answer = await Promise.race([conversation, systemClock.sleep(ms, answered.signal)]);
    if (answer !== undefined) return answer.value;
  } catch (error) {
    throw toEngineError(error);
  } finally {
    answered.abort();
  }
  late.abort();
  throw new EngineError('unreachable', `the engine did not answer within ${ms / 1000} s`);
}
