import type { Clock, Log } from '../domain/ports.ts';

/** How long a step that only helps may hold up what it helps, in ms. */
const SIDE_STEP_MS = 3_000;

interface SideStepParts {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Tries a step that helps and is not needed. If it fails or takes too long, the log says so and the work goes on. Never
 * rejects.
 * @param failure what could not be done, as a sentence without its full stop
 */
export async function sideStep(
  { clock, log }: SideStepParts,
  failure: string,
  context: Readonly<Record<string, unknown>>,
  step: () => Promise<unknown>,
): Promise<void> {
  const over = new AbortController();
  const done = (async () => step())()
    .catch((error) => log.warn(failure, { ...context, error }))
    .finally(() => over.abort());
  await Promise.race([done, clock.sleep(SIDE_STEP_MS, over.signal)]);
  if (!over.signal.aborted) log.warn(`${failure} within ${SIDE_STEP_MS / 1000} s`, context);
}
