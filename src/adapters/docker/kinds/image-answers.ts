import * as z from 'zod/mini';
import type { EngineImage } from '../../../domain/engine.ts';
import { read } from '../read-answer.ts';

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

export const readImages = (answer: unknown): EngineImage[] =>
  read(imageSummaries, answer).map(({ Id, ParentId, RepoTags, RepoDigests }) => ({
    id: Id,
    name: named(RepoTags)[0] ?? named(RepoDigests)[0] ?? shortId(Id),
    ...(ParentId && { parent: ParentId }),
  }));

/** The tags of an inspected image, then its digests. */
export function readImageNames(answer: unknown): string[] {
  const { RepoTags, RepoDigests } = read(imageInspection, answer);
  return [...named(RepoTags), ...named(RepoDigests)];
}

/** What the containers of a list were made from. */
export const readUsedImages = (answer: unknown): Set<string> =>
  new Set(read(imageUsers, answer).map(({ ImageID }) => ImageID));
