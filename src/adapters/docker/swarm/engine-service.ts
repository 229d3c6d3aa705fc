import * as z from 'zod/mini';
import type { EngineMemberOf } from '../../../domain/engine.ts';
import { boundedMs } from '../../../domain/text/quantities.ts';
import { serviceAt } from '../connection/docker-client.ts';
import type { Conversation, NamedOnEngine } from '../kinds/engine-kind.ts';
import { findByReference } from '../kinds/find-by-reference.ts';
import { labels, read } from '../read-answer.ts';
import { askManager } from './ask-manager.ts';

const targets = z.nullish(z.array(z.object({ Target: z.string() })));

/** https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Service */
const serviceInspection = z.object({
  ID: z.string(),
  CreatedAt: z.string(),
  Spec: z.object({
    Name: z.string(),
    Labels: labels,
    Networks: targets,
    TaskTemplate: z.object({
      Networks: targets,
      ContainerSpec: z.nullish(
        z.object({
          Image: z.nullish(z.string()),
          Labels: labels,
          StopGracePeriod: z.nullish(z.number()),
          Mounts: z.nullish(
            z.array(z.object({ Type: z.nullish(z.string()), Source: z.nullish(z.string()) })),
          ),
        }),
      ),
    }),
  }),
});

const serviceInspections = z.array(serviceInspection);

type Service = EngineMemberOf<'service'>;

const DEFAULT_GRACE_MS = 10_000;
const NANOSECONDS = 1e6;

/** Without the digest, which `docker service create` adds. */
const named = (image: string): string => image.replace(/@.*$/, '');

/** Its labels are also those that it gives to its containers: users write either. */
function toService({ ID, CreatedAt, Spec }: z.infer<typeof serviceInspection>): Service {
  const { Image, Labels, StopGracePeriod, Mounts } = Spec.TaskTemplate.ContainerSpec ?? {};
  const joined = [...(Spec.TaskTemplate.Networks ?? []), ...(Spec.Networks ?? [])];
  const networks = [...new Set(joined.map(({ Target }) => Target))];
  const volumes = [
    ...new Set((Mounts ?? []).flatMap(({ Type, Source }) => (Type === 'volume' && Source) || [])),
  ];
  return {
    kind: 'service',
    id: ID,
    name: Spec.Name,
    createdAt: CreatedAt,
    labels: { ...Labels, ...Spec.Labels },
    ...(Image && { image: named(Image) }),
    ...(networks.length > 0 && { networks }),
    ...(volumes.length > 0 && { volumes }),
    graceMs: StopGracePeriod == null ? DEFAULT_GRACE_MS : boundedMs(StopGracePeriod / NANOSECONDS),
  };
}

/** All of them: the manager would only look at the labels of the service itself. */
export async function listServices({ docker, abortSignal }: Conversation): Promise<Service[]> {
  return read(serviceInspections, await docker.listServices({ abortSignal } as object)).map(toService);
}

async function inspect(talk: Conversation, ref: string): Promise<Service | undefined> {
  const { docker, abortSignal } = talk;
  const answer = await askManager(talk, () => serviceAt(docker, ref).inspect({ abortSignal }));
  return answer && toService(read(serviceInspection, answer));
}

export const serviceOnEngine: NamedOnEngine = {
  find: (talk, ref) =>
    findByReference(ref, {
      inspect: (one) => inspect(talk, one),
      list: async () => (await askManager(talk, () => listServices(talk))) ?? [],
    }),
  list: listServices,
  /** Resolves when the manager has deleted its record: its nodes then stop and remove its containers. */
  remove: async (talk, id) => {
    const { docker, abortSignal } = talk;
    await askManager(talk, () => serviceAt(docker, id).remove({ abortSignal }));
  },
  changes: {},
};
