import { systemClock } from '../adapters/host/system-clock.ts';
import type { SweepTries } from '../adapters/journal/session-files.ts';
import type { StateFolder } from '../adapters/journal/state-folder.ts';

/**
 * Between the first two tries of a session that still has something left, in ms; each pause is twice the one before.
 */
const FIRST_PAUSE_MS = 10 * 60_000;
const LONGEST_PAUSE_MS = 24 * 3_600_000;

/** Whether an agent sweeps a session again: what can't be removed must not hold up every later job. */
export function isDue(tries: SweepTries | undefined, now: number): boolean {
  if (tries === undefined) return true;
  const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries.count - 1));
  // If the clock was set back, the session would otherwise wait for long.
  return now >= tries.at + pauseMs || now < tries.at;
}

/** What sweeps have tried of a session so far. */
export function triesOf(folder: StateFolder): SweepTries | undefined {
  try {
    return folder.readTries();
  } catch {
    return undefined; // It is tried once more, and written anew.
  }
}

/** Notes that a sweep has left something of a session. */
export function noteTry(folder: StateFolder): void {
  try {
    folder.writeTries({ count: (triesOf(folder)?.count ?? 0) + 1, at: systemClock.timeOfDay() });
  } catch {
    // If there is no room for it, the next agent tries again at once.
  }
}
