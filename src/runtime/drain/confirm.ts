import type { DrainOutcome } from '../../domain/leaks/leak.ts';
import { growingPauses } from '../removal/patient-removal.ts';
import { type VerifyParts, type VerifyTime, verify } from './verify.ts';

/**
 * Verifies. Then looks again, with growing pauses, at what the engine still shows although it has answered the removal:
 * some removals take the engine a moment more.
 * @param time ends the drain
 * @param until no look begins after this, in ms since the epoch
 */
export async function confirm(
  parts: VerifyParts,
  time: VerifyTime,
  final: boolean,
  until: number,
): Promise<DrainOutcome> {
  const { clock } = parts;
  let outcome = await verify(parts, time, final);
  for (const pauseMs of growingPauses()) {
    const isShown = outcome.leaks.some(({ cause }) => cause === 'shown-after-removal');
    if (!isShown || time.signal.aborted || clock.now() + pauseMs > until) return outcome;
    await clock.sleep(pauseMs, time.signal);
    const next = await verify(parts, time, final);
    // An earlier outcome says more than an engine that no longer answers.
    if (next.unconfirmed !== undefined && outcome.unconfirmed === undefined) return outcome;
    outcome = next;
  }
  return outcome;
}
