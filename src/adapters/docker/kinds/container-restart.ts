import type Docker from 'dockerode';
import { systemClock } from '../../host/system-clock.ts';
import { isAbsent, wordsOf } from '../engine-answers.ts';

const RETRY_MS = 50;

/** Takes its restart policy from a container, which then stays stopped once it has stopped. */
export async function disableRestart(container: Docker.Container, abortSignal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await container.update({ RestartPolicy: { Name: 'no' }, abortSignal });
      return;
    } catch (error) {
      // Podman 4.3 has no such route; there, what is stopped or killed by its API stays so.
      if (isAbsent(error) || /marked for removal/.test(wordsOf(error))) return;
      // Its process ended a moment ago and the engine has yet to notice; the update has been undone.
      if (!/stopped container|deleted process|not running/.test(wordsOf(error))) throw error;
    }
    await systemClock.sleep(RETRY_MS, abortSignal);
    abortSignal.throwIfAborted();
  }
}
