import type Docker from 'dockerode';
import { isAbsent, statusOf, unlessAbsent, wordsOf } from '../engine-answers.ts';

/** Resolves when the container has stopped. Without `seconds` the container's own StopTimeout counts. */
export async function stopContainer(
  container: Docker.Container,
  seconds: number | undefined,
  abortSignal: AbortSignal,
): Promise<'stopped' | 'absent'> {
  const stop = () => container.stop({ ...(seconds !== undefined && { t: seconds }), abortSignal });
  try {
    await stop().catch(async (error: unknown) => {
      if (!asksForUnpause(error)) throw error;
      await unlessAbsent(container.unpause({ abortSignal }));
      await stop();
    });
    return 'stopped';
  } catch (error) {
    if (isAbsent(error)) return 'absent';
    if (statusOf(error) === 304) return 'stopped';
    throw error;
  }
}

/** Docker 20.10 stops what is paused; older engines and Podman ("is running or paused") want it unpaused first. */
const asksForUnpause = (error: unknown): boolean =>
  statusOf(error) !== undefined && /\bunpause\b|\brunning or paused\b/i.test(wordsOf(error));
