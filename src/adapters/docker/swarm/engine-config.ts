import type Docker from 'dockerode';
import * as z from 'zod/mini';
import type { EngineMember } from '../../../domain/engine.ts';
import { configAt, secretAt } from '../connection/docker-client.ts';
import type { Conversation, Filters, NamedOnEngine } from '../kinds/engine-kind.ts';
import { findByReference } from '../kinds/find-by-reference.ts';
import { labels, read } from '../read-answer.ts';
import { askManager } from './ask-manager.ts';

/** Configs and secrets have the same form. */
const inspection = z.object({
  ID: z.string(),
  CreatedAt: z.string(),
  Spec: z.object({ Name: z.string(), Labels: labels }),
});

const inspections = z.array(inspection);

/** How dockerode asks for one of the two. */
interface Routes {
  readonly kind: 'config' | 'secret';
  readonly at: (docker: Docker, id: string) => { inspect(): Promise<unknown>; remove(): Promise<unknown> };
  readonly list: (docker: Docker, options: object) => Promise<unknown>;
}

function onEngine({ kind, at, list: ask }: Routes): NamedOnEngine {
  const toMember = ({ ID, CreatedAt, Spec }: z.infer<typeof inspection>): EngineMember => ({
    kind,
    id: ID,
    name: Spec.Name,
    createdAt: CreatedAt,
    labels: Spec.Labels ?? {},
  });
  const list = async ({ docker, abortSignal }: Conversation, filters: Filters) =>
    read(inspections, await ask(docker, { filters, abortSignal })).map(toMember);
  const inspect = async (talk: Conversation, ref: string) => {
    const answer = await askManager(talk, () => at(talk.docker, ref).inspect());
    return answer === undefined ? undefined : toMember(read(inspection, answer));
  };
  return {
    find: (talk, ref) =>
      findByReference(ref, {
        inspect: (one) => inspect(talk, one),
        list: async () => (await askManager(talk, () => list(talk, {}))) ?? [],
      }),
    list,
    remove: async (talk, id) => {
      await askManager(talk, () => at(talk.docker, id).remove());
    },
    changes: {},
  };
}

export const configOnEngine = onEngine({
  kind: 'config',
  at: configAt,
  list: (docker, options) => docker.listConfigs(options),
});

export const secretOnEngine = onEngine({
  kind: 'secret',
  at: secretAt,
  list: (docker, options) => docker.listSecrets(options),
});
