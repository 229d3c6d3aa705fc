import type Docker from 'dockerode';
import { EngineError, type RemoveOptions } from '../../../domain/engine.ts';
import { isAbsent, isRemovalUnderWay, unlessAbsent } from '../engine-answers.ts';

/** Removes a container, with its anonymous volumes unless they are kept; resolves when its name is free. */
export async function removeContainer(
  container: Docker.Container,
  { force, keepsVolumes = false }: RemoveOptions & { readonly force: boolean },
  abortSignal: AbortSignal,
): Promise<void> {
  try {
    await container.remove({ v: !keepsVolumes, force, abortSignal });
  } catch (error) {
    if (isAbsent(error)) return;
    if (!isRemovalUnderWay(error)) throw error;
    await untilRemoved(container, abortSignal);
  }
}

/** Somebody else removes it: the engine itself after a `--rm`, or another client. */
async function untilRemoved(container: Docker.Container, abortSignal: AbortSignal): Promise<void> {
  const answer = await unlessAbsent(container.wait({ condition: 'removed', abortSignal }));
  // Where that removal fails the wait ends all the same, and says why.
  if (answer?.Error) throw new EngineError('busy', String(answer.Error.Message));
}
