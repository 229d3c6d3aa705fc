import type Docker from 'dockerode';
import { systemClock } from '../../host/system-clock.ts';
import { isAbsent, isJustEnded, isMarkedForRemoval } from '../engine-answers.ts';

const RETRY_MS = 50;

/** Takes its restart policy from a container, which then stays stopped once it has stopped. */
export async function disableRestart(container: Docker.Container, abortSignal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await container.update({ RestartPolicy: { Name: 'no' }, abortSignal });
      return;
    } catch (error) {
      // Podman 4.3 has no such route; there, what is stopped or killed by its API stays so.
      if (isAbsent(error) || isMarkedForRemoval(error)) return;
      // The update has been undone.
      if (!isJustEnded(error)) throw error;
    }
    await systemClock.sleep(RETRY_MS, abortSignal);
    abortSignal.throwIfAborted();
  }
}
