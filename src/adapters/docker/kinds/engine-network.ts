import * as z from 'zod/mini';
import type { EngineMemberOf } from '../../../domain/engine.ts';
import { networkAt } from '../connection/docker-client.ts';
import { isAbsent, isNotConnected, unlessAbsent } from '../engine-answers.ts';
import { labels, read } from '../read-answer.ts';
import type { Conversation, Filters, NamedOnEngine, ToldChange } from './engine-kind.ts';
import { findByReference } from './find-by-reference.ts';

type Network = EngineMemberOf<'network'>;

const networkInspection = z.object({
  Id: z.string(),
  Name: z.string(),
  Created: z.string(),
  Labels: labels,
  Containers: z.nullish(z.record(z.string(), z.object({ Name: z.string() }))),
  /** Of a network that only holds a configuration, and of one that has its configuration from there. */
  ConfigOnly: z.optional(z.boolean()),
  ConfigFrom: z.nullish(z.object({ Network: z.optional(z.string()) })),
});

const networkInspections = z.array(networkInspection);

/** Of containers that have a network. */
const userList = z.array(z.object({ Id: z.string(), Names: z.array(z.string()) }));

const toNetwork = ({ Id, Name, Created, Labels }: z.infer<typeof networkInspection>): Network => ({
  kind: 'network',
  id: Id,
  name: Name,
  createdAt: Created,
  labels: Labels ?? {},
});

export async function inspectNetwork({ docker }: Conversation, ref: string): Promise<Network | undefined> {
  const answer = await unlessAbsent(networkAt(docker, ref).inspect());
  return answer && toNetwork(read(networkInspection, answer));
}

async function list({ docker, abortSignal }: Conversation, filters: Filters): Promise<Network[]> {
  const answer = await docker.listNetworks({ filters, abortSignal });
  return read(networkInspections, answer).map(toNetwork);
}

export async function countBridges({ docker, abortSignal }: Conversation): Promise<number> {
  const answer = await docker.listNetworks({ filters: { driver: ['bridge'] }, abortSignal });
  return read(networkInspections, answer).length;
}

/** The containers that keep a network from going: those that run, on Podman all; or networks that a configuration is for. */
export async function readEndpoints(
  { docker, traits, abortSignal }: Conversation,
  id: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const answer = await unlessAbsent(networkAt(docker, id).inspect());
  if (answer === undefined) return [];
  const { Containers, ConfigOnly, Name: config } = read(networkInspection, answer);
  if (ConfigOnly === true) {
    const all = read(networkInspections, await docker.listNetworks({ abortSignal }));
    return all
      .filter(({ ConfigFrom }) => ConfigFrom?.Network === config)
      .map(({ Id, Name }) => ({ id: Id, name: Name }));
  }
  if (traits.keepsStoppedEndpoints) {
    const users = await docker.listContainers({ all: true, filters: { network: [id] }, abortSignal });
    return read(userList, users).map(({ Id, Names: [name = Id] }) => ({
      id: Id,
      name: name.replace(/^\//, ''),
    }));
  }
  return Object.entries(Containers ?? {}).map(([container, { Name }]) => ({ id: container, name: Name }));
}

/** Succeeds also if it is not connected. */
export async function disconnectContainer(
  { docker, abortSignal }: Conversation,
  id: string,
  container: string,
): Promise<void> {
  try {
    await networkAt(docker, id).disconnect({ Container: container, Force: true, abortSignal });
  } catch (error) {
    if (!isAbsent(error) && !isNotConnected(error)) throw error;
  }
}

/** Removes a network without users. */
async function remove(talk: Conversation, id: string): Promise<void> {
  const { docker, traits, abortSignal } = talk;
  const ref = traits.takesUsedNetworks ? (await inspectNetwork(talk, id))?.name : id;
  if (ref !== undefined) await unlessAbsent(networkAt(docker, ref).remove({ abortSignal }));
}

/** A network's event that changes a container. */
const ofContainer: ToldChange = ({ container }) =>
  container === undefined ? undefined : { type: 'changed', kind: 'container', id: container };

export const networkOnEngine: NamedOnEngine = {
  find: (talk, ref) =>
    findByReference(ref, { inspect: (one) => inspectNetwork(talk, one), list: () => list(talk, {}) }),
  list,
  remove,
  changes: {
    create: 'came',
    connect: ofContainer,
    disconnect: ofContainer,
    destroy: 'gone',
    remove: 'gone',
  },
};
