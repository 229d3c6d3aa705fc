import type { DrainOutcome } from '../../domain/leaks/leak.ts';
import { growingPauses } from '../removal/removals-under-way.ts';
import { type VerifyParts, verify } from './verify.ts';

/**
 * Verifies, and looks again with growing pauses at what is still shown although its removal was answered: some of it takes the
 * engine a moment more.
 * @param signal ends the drain
 * @param until no look begins after that, ms since the epoch
 */
export async function confirm(
  parts: VerifyParts,
  signal: AbortSignal,
  final: boolean,
  until: number,
): Promise<DrainOutcome> {
  const { clock } = parts;
  let outcome = await verify(parts, signal, final);
  for (const pauseMs of growingPauses()) {
    const isShown = outcome.leaks.some(({ cause }) => cause === 'shown-after-removal');
    if (!isShown || signal.aborted || clock.now() + pauseMs > until) return outcome;
    await clock.sleep(pauseMs, signal);
    const next = await verify(parts, signal, final);
    // What was known before is more than an engine that does not answer any more.
    if (next.unconfirmed !== undefined && outcome.unconfirmed === undefined) return outcome;
    outcome = next;
  }
  return outcome;
}
