import type Docker from 'dockerode';
import { EngineError } from '../../../domain/engine.ts';
import { hasSeveralNames, isAbsent, unlessAbsent } from '../engine-answers.ts';
import { readImageNames } from './image-answers.ts';

/** What it was built on is somebody else's to remove. */
const ALONE = { noprune: true };

/** Removes an image with all its names; never by force, with which the engine takes it from containers that have exited. */
export async function removeImage(docker: Docker, id: string, abortSignal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await unlessAbsent(docker.getImage(id).remove({ ...ALONE, abortSignal }));
      return;
    } catch (error) {
      if (!hasSeveralNames(error)) throw error;
    }
    await removeName(docker, id, abortSignal);
  }
}

async function removeName(docker: Docker, id: string, abortSignal: AbortSignal): Promise<void> {
  // Names but the last one the engine takes also from an image that a container was made from.
  const filters = { ancestor: [id] };
  const users = await docker.listContainers({ all: true, filters, abortSignal });
  if (users.length > 0) throw new EngineError('in-use', `image is being used by container ${users[0]?.Id}`);
  const image = await unlessAbsent(docker.getImage(id).inspect());
  const name = image && readImageNames(image)[0];
  if (name === undefined) return;
  await docker
    .getImage(name)
    .remove({ ...ALONE, abortSignal })
    .catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
    });
}
