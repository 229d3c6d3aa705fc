import type Docker from 'dockerode';
import { asksForUnpause, isAbsent, statusOf, unlessAbsent } from '../engine-answers.ts';

/** Resolves when the container has stopped. Without `seconds`, the container's own StopTimeout applies. */
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
