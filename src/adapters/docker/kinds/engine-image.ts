import * as z from 'zod/mini';
import { type Engine, EngineError, type EngineImage } from '../../../domain/engine.ts';
import { hasSeveralNames, isAbsent, unlessAbsent } from '../engine-answers.ts';
import { read } from '../read-answer.ts';
import type { Conversation, OnEngine } from './engine-kind.ts';

const names = z.nullish(z.array(z.string()));

const imageSummaries = z.array(
  z.object({ Id: z.string(), ParentId: z.nullish(z.string()), RepoTags: names, RepoDigests: names }),
);

const imageInspection = z.object({ RepoTags: names, RepoDigests: names });

const imageUsers = z.array(z.object({ ImageID: z.string() }));

/** An engine writes `<none>:<none>` and `<none>@<none>` for no name. */
const named = (texts: readonly string[] | null | undefined): string[] =>
  (texts ?? []).filter((text) => !text.startsWith('<none>'));

const SHORT_ID = 12;

/** `sha256:3f9a…` as `docker images` shows it. */
const shortId = (id: string): string => id.slice(id.indexOf(':') + 1).slice(0, SHORT_ID);

const readImages = (answer: unknown): EngineImage[] =>
  read(imageSummaries, answer).map(({ Id, ParentId, RepoTags, RepoDigests }) => ({
    id: Id,
    name: named(RepoTags)[0] ?? named(RepoDigests)[0] ?? shortId(Id),
    ...(ParentId && { parent: ParentId }),
  }));

/** The tags of an inspected image, then its digests. */
function readImageNames(answer: unknown): string[] {
  const { RepoTags, RepoDigests } = read(imageInspection, answer);
  return [...named(RepoTags), ...named(RepoDigests)];
}

/** The images from which the containers of a list were made. */
const readUsedImages = (answer: unknown): Set<string> =>
  new Set(read(imageUsers, answer).map(({ ImageID }) => ImageID));

/** All images, and the ids of those from which a container, running or not, was made. */
export async function listImages({ docker, abortSignal }: Conversation): ReturnType<Engine['images']> {
  // In this order, an image from which a container is made meanwhile counts as used.
  const images = await docker.listImages({ all: true, abortSignal });
  const containers = await docker.listContainers({ all: true, abortSignal });
  return { all: readImages(images), used: readUsedImages(containers) };
}

/** Its parent images are for others to remove. */
const ALONE = { noprune: true };

/** Removes all its names; never by force, by which the engine takes it from containers that have exited. */
async function remove(talk: Conversation, id: string): Promise<void> {
  const { docker, abortSignal } = talk;
  for (;;) {
    try {
      await unlessAbsent(docker.getImage(id).remove({ ...ALONE, abortSignal }));
      return;
    } catch (error) {
      if (!hasSeveralNames(error)) throw error;
    }
    await removeName(talk, id);
  }
}

async function removeName({ docker, abortSignal }: Conversation, id: string): Promise<void> {
  // The engine removes all names but the last even from an image from which a container was made.
  const filters = { ancestor: [id] };
  const users = await docker.listContainers({ all: true, filters, abortSignal });
  if (users.length > 0) throw new EngineError('in-use', `image is being used by container ${users[0]?.Id}`);
  const image = await unlessAbsent(docker.getImage(id).inspect());
  const name = image && readImageNames(image)[0];
  if (name === undefined) return;
  try {
    await docker.getImage(name).remove({ ...ALONE, abortSignal });
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

export const imageOnEngine: OnEngine = { remove };
