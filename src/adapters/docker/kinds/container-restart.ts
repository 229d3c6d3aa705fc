import type Docker from 'dockerode';
import { systemClock } from '../../host/system-clock.ts';
import { isAbsent, isJustEnded, isMarkedForRemoval } from '../engine-answers.ts';

const RETRY_MS = 50;

/** Removes a container's restart policy, so that it stays stopped once it has stopped. */
export async function disableRestart(container: Docker.Container, abortSignal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await container.update({ RestartPolicy: { Name: 'no' }, abortSignal });
      return;
    } catch (error) {
      // Podman 4.3 has no such route; there, a container that its API stops or kills stays stopped.
      if (isAbsent(error) || isMarkedForRemoval(error)) return;
      // The engine has undone the update.
      if (!isJustEnded(error)) throw error;
    }
    await systemClock.sleep(RETRY_MS, abortSignal);
    abortSignal.throwIfAborted();
  }
}
