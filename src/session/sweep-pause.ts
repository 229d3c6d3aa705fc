import type { SweepTries } from '../adapters/journal/session-files.ts';

/** Between the first two tries of a session of which something is left, in ms; each pause is twice the one before. */
const FIRST_PAUSE_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 24 * 3_600_000;

/** Whether an agent sweeps a session again: what can't be removed must not hold up every later job. */
export function isDue(tries: SweepTries | undefined, now: number): boolean {
  if (tries === undefined) return true;
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries.count - 1));
  // A clock that was set back would have it wait for long.
  return now >= tries.at + pauseMs || now < tries.at;
}
