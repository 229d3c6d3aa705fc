import { describeError } from '../../domain/errors.ts';
import { causeOf } from '../../domain/leaks/cause-of.ts';
import { type LeakCause, LeakError } from '../../domain/leaks/leak-cause.ts';
import type { Clock } from '../../domain/ports.ts';
import { seconds } from '../../domain/text/quantities.ts';

/** How long a removal may take. */
export interface RemovalLimit {
  /** Gives the member up. */
  readonly signal: AbortSignal;
  /** Looks again at what others use or keep busy until the signal fires; otherwise the removal has failed, for now. */
  readonly isPatient: boolean;
}

/** Causes that may pass in a moment: the holder may let go. */
const HOPEFUL: ReadonlySet<LeakCause> = new Set(['in-use', 'busy']);

/** Between two looks at what is still held, in ms: doubled from the first pause to the longest. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** The pauses between looks at what may change, in ms. */
export function* growingPauses(): Generator<number, never> {
  for (let ms = FIRST_PAUSE_MS; ; ms = Math.min(2 * ms, LONGEST_PAUSE_MS)) yield ms;
}

interface PatientRemoval {
  readonly remove: () => Promise<unknown>;
  readonly limit: RemovalLimit;
  readonly clock: Clock;
  /** Whether another look would find the same. */
  isFinal(error: unknown): boolean;
  /** Called before each pause, with the last error and the number of looks that failed. */
  onPause(error: unknown, looks: number): void;
  /** The error if the time was up before any look had an answer. */
  late(): LeakError;
}

/** Retries what others may let go of, while the limit has patience. @throws LeakError that says what was tried */
export async function removePatiently({
  remove,
  limit: { signal, isPatient },
  clock,
  isFinal,
  onPause,
  late,
}: PatientRemoval): Promise<unknown> {
  const began = clock.now();
  let looks = 0;
  let last: unknown;
  for (const pauseMs of growingPauses()) {
    try {
      return await remove();
    } catch (error) {
      if (error !== signal.reason || !signal.aborted) {
        looks += 1;
        last = error;
      }
      const mayChange = HOPEFUL.has(causeOf(error)) && !isFinal(error);
      if (!isPatient || !mayChange || signal.aborted) break;
    }
    onPause(last, looks);
    await clock.sleep(pauseMs, signal);
    if (signal.aborted) break;
  }
  if (last === undefined) throw late();
  if (looks === 1) throw last;
  const often = `looked at ${looks} times in ${seconds(clock.now() - began)}`;
  throw new LeakError(causeOf(last), `${describeError(last)}; ${often}`, last);
}
