import * as z from 'zod/mini';
import type { EngineMemberOf } from '../../../domain/engine.ts';
import { networkAt } from '../connection/docker-client.ts';
import { isAbsent, isNotConnected, unlessAbsent } from '../engine-answers.ts';
import { labels, read } from '../read-answer.ts';
import { networkUsers } from '../swarm/network-users.ts';
import type { Conversation, Filters, NamedOnEngine, ToldChange } from './engine-kind.ts';
import { findByReference } from './find-by-reference.ts';

type Network = EngineMemberOf<'network'>;

const networkInspection = z.object({
  Id: z.string(),
  Name: z.string(),
  Created: z.string(),
  Labels: labels,
  Scope: z.nullish(z.string()),
  Containers: z.nullish(z.record(z.string(), z.object({ Name: z.string() }))),
  /** Of a network that only holds a configuration, and of one that has its configuration from there. */
  ConfigOnly: z.optional(z.boolean()),
  ConfigFrom: z.nullish(z.object({ Network: z.optional(z.string()) })),
});

const networkInspections = z.array(networkInspection);

/** Of containers that have a network. */
const userList = z.array(z.object({ Id: z.string(), Names: z.array(z.string()) }));

/** The scope of networks that span the nodes of a Swarm. */
const SWARM = 'swarm';

const toNetwork = ({ Id, Name, Created, Labels, Scope }: z.infer<typeof networkInspection>): Network => ({
  kind: 'network',
  id: Id,
  name: Name,
  createdAt: Created,
  labels: Labels ?? {},
  ...(Scope === SWARM && { isOverlay: true }),
});

export async function inspectNetwork(talk: Conversation, ref: string): Promise<Network | undefined> {
  const answer = await unlessAbsent(networkAt(talk.docker, ref).inspect());
  const network = answer && toNetwork(read(networkInspection, answer));
  return network?.isOverlay ? { ...network, createdAt: await overlayBirth(talk, network) } : network;
}

/**
 * An inspection of an overlay shows when this node joined it, with the first container there: the network may be older than
 * the session. A manager's list shows when it was made.
 */
async function overlayBirth(
  { docker, abortSignal }: Conversation,
  { id, createdAt = '' }: Network,
): Promise<string> {
  const listed = read(networkInspections, await docker.listNetworks({ filters: { id: [id] }, abortSignal }));
  return [createdAt, ...listed.flatMap(({ Id, Created }) => (Id === id ? Created : []))].reduce((a, b) =>
    Date.parse(b) < Date.parse(a) ? b : a,
  );
}

async function list({ docker, abortSignal }: Conversation, filters: Filters): Promise<Network[]> {
  const answer = await docker.listNetworks({ filters, abortSignal });
  return read(networkInspections, answer).map(toNetwork);
}

export async function countBridges({ docker, abortSignal }: Conversation): Promise<number> {
  const answer = await docker.listNetworks({ filters: { driver: ['bridge'] }, abortSignal });
  return read(networkInspections, answer).length;
}

/** A Swarm's own endpoint in each of its networks, which goes with the last container. */
const LOAD_BALANCER = 'lb-';

/** The containers that keep a network from going: those that run, on Podman all; or networks that a configuration is for. */
export async function readEndpoints(
  talk: Conversation,
  id: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const { docker, traits, abortSignal } = talk;
  const answer = await unlessAbsent(networkAt(docker, id).inspect());
  if (answer === undefined) return [];
  const { Containers, ConfigOnly, Name: config, Scope } = read(networkInspection, answer);
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
  const here = Object.entries(Containers ?? {})
    .filter(([container]) => !container.startsWith(LOAD_BALANCER))
    .map(([container, { Name }]) => ({ id: container, name: Name }));
  return Scope === SWARM ? [...here, ...(await networkUsers(talk, id, here))] : here;
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
