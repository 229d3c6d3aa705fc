import * as z from 'zod/mini';
import type { EngineMemberOf } from '../../../domain/engine.ts';
import type { EngineTraits } from '../../../domain/site.ts';
import { volumeAt } from '../connection/docker-client.ts';
import { unlessAbsent } from '../engine-answers.ts';
import { labels, read } from '../read-answer.ts';
import { readContainers } from './engine-container.ts';
import type { Conversation, Filters, NamedOnEngine } from './engine-kind.ts';
import { findByReference } from './find-by-reference.ts';
import { volumeBirth } from './volume-birth.ts';

type Volume = EngineMemberOf<'volume'>;

const volumeInspection = z.object({
  Name: z.string(),
  CreatedAt: z.optional(z.string()),
  Labels: labels,
  Mountpoint: z.nullish(z.string()),
  Driver: z.nullish(z.string()),
  Options: z.nullish(z.record(z.string(), z.string())),
});

const volumeList = z.object({ Volumes: z.nullish(z.array(volumeInspection)) });

/** True after `docker volume create --opt type=… --opt device=…`: the engine mounts it while a container uses it. */
const isMounted = ({ type, device }: Readonly<Record<string, string>>): boolean =>
  Boolean(type) || Boolean(device);

/** @returns also whether its creation time is reliable */
const toVolume = (
  { Name, CreatedAt, Labels, Mountpoint, Driver, Options }: z.infer<typeof volumeInspection>,
  { keepsVolumeTimes }: EngineTraits,
): Volume => ({
  kind: 'volume',
  id: Name,
  name: Name,
  ...(CreatedAt !== undefined && { createdAt: CreatedAt }),
  labels: Labels ?? {},
  ...(Mountpoint && {
    place: { mountpoint: Mountpoint, isMount: (Driver ?? 'local') !== 'local' || isMounted(Options ?? {}) },
  }),
  ...(!keepsVolumeTimes && { createdAtMoves: true }),
});

async function inspect({ docker, traits, abortSignal }: Conversation, name: string) {
  const answer = await unlessAbsent(volumeAt(docker, name).inspect({ abortSignal }));
  return answer && toVolume(read(volumeInspection, answer), traits);
}

async function list({ docker, traits, abortSignal }: Conversation, filters: Filters): Promise<Volume[]> {
  const answer = await docker.listVolumes({ filters, abortSignal });
  return (read(volumeList, answer).Volumes ?? []).map((volume) => toVolume(volume, traits));
}

/**
 * Includes the place of its files and, if the engine gives no birth and this process can see it, the volume's birth.
 */
async function find(talk: Conversation, ref: string): Promise<Volume | undefined> {
  const volume = await findByReference(ref, {
    inspect: (name) => inspect(talk, name),
    list: () => list(talk, {}),
    isWholeInList: true,
  });
  if (volume === undefined || !talk.traits.isOnThisHost || !volume.createdAtMoves) return volume;
  const { createdAtMoves: _, createdAt, ...rest } = volume;
  if (createdAt === undefined || !rest.place) return volume;
  const birth = await volumeBirth(rest.place.mountpoint, createdAt);
  return birth === undefined ? volume : { ...rest, createdAt: birth };
}

/** Names of the containers that have a volume mounted, running or not. */
export async function listUsers(
  { docker, abortSignal }: Conversation,
  volume: string,
): Promise<readonly string[]> {
  const filters = { volume: [volume] };
  const users = await docker.listContainers({ all: true, filters, abortSignal });
  return readContainers(users).map(({ name }) => name);
}

export const volumeOnEngine: NamedOnEngine = {
  find,
  list,
  remove: async ({ docker, abortSignal }, name) => {
    await unlessAbsent(volumeAt(docker, name).remove({ abortSignal }));
  },
  changes: { create: 'came', destroy: 'gone', remove: 'gone' },
};
