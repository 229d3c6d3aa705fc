import type Docker from 'dockerode';
import type { EngineMember } from '../../../domain/engine.ts';
import type { EngineKind } from '../../../domain/kinds/kinds.ts';
import { isMeantBy } from '../../../domain/topology/member-ref.ts';
import { containerAt, networkAt, volumeAt } from '../connection/docker-client.ts';
import { unlessAbsent } from '../engine-answers.ts';
import { isAskable } from './askable-ref.ts';
import * as inspection from './inspection.ts';

/** One container or network by its id, the beginning of its id (12 digits or more) or its name. */
export async function findMember(
  docker: Docker,
  kind: Exclude<EngineKind, 'volume'>,
  ref: string,
  abortSignal: AbortSignal,
): Promise<EngineMember | undefined> {
  // docker inspect writes the names of containers with a slash.
  const asked = kind === 'container' ? ref.replace(/^\//, '') : ref;
  const found = isAskable(asked)
    ? await inspect(docker, kind, asked, abortSignal)
    : await inspectListed(docker, kind, asked, abortSignal);
  return found !== undefined && isMeantBy(asked, found) ? found : undefined;
}

/** One volume, with the place of its files. */
export async function findVolume(
  docker: Docker,
  name: string,
  abortSignal: AbortSignal,
): Promise<EngineMember | undefined> {
  if (!isAskable(name)) return findListedVolume(docker, name, abortSignal);
  const answer = await unlessAbsent(volumeAt(docker, name).inspect({ abortSignal }));
  const volume = answer && inspection.readVolume(answer);
  return volume !== undefined && isMeantBy(name, volume) ? volume : undefined;
}

/** Of a name that can't stand in a path, the engine's list tells the id. */
async function inspectListed(
  docker: Docker,
  kind: Exclude<EngineKind, 'volume'>,
  name: string,
  abortSignal: AbortSignal,
): Promise<EngineMember | undefined> {
  const listed =
    kind === 'network'
      ? inspection.readNetworks(await docker.listNetworks({ abortSignal }))
      : inspection.readContainers(await docker.listContainers({ all: true, abortSignal }));
  const meant = listed.find((member) => member.name === name);
  return meant && inspect(docker, kind, meant.id, abortSignal);
}

async function findListedVolume(docker: Docker, name: string, abortSignal: AbortSignal) {
  const { Volumes = [] } = (await docker.listVolumes({ abortSignal })) ?? {};
  const answer = Volumes?.find(({ Name }) => Name === name);
  return answer && inspection.readVolume(answer);
}

async function inspect(
  docker: Docker,
  kind: Exclude<EngineKind, 'volume'>,
  ref: string,
  abortSignal: AbortSignal,
): Promise<EngineMember | undefined> {
  if (kind === 'network') {
    const network = await unlessAbsent(networkAt(docker, ref).inspect());
    return network && inspection.readNetwork(network);
  }
  const container = await unlessAbsent(containerAt(docker, ref).inspect({ abortSignal }));
  return container && withNetworks(docker, inspection.readContainer(container), abortSignal);
}

async function withNetworks(
  docker: Docker,
  { member, unidentified }: inspection.InspectedContainer,
  abortSignal: AbortSignal,
): Promise<EngineMember> {
  const found = await Promise.all(unidentified.map((name) => inspect(docker, 'network', name, abortSignal)));
  return { ...member, networks: [...member.networks, ...found.flatMap((network) => network?.id ?? [])] };
}

/** All kinds at once; no sizes, as the engine would read every file for them. */
export async function listMembers(
  docker: Docker,
  filters: { label?: string[] },
  abortSignal: AbortSignal,
): Promise<EngineMember[]> {
  const [containers, networks, volumes] = await Promise.all([
    docker.listContainers({ all: true, filters, abortSignal }),
    docker.listNetworks({ filters, abortSignal }),
    docker.listVolumes({ filters, abortSignal }),
  ]);
  return [
    ...inspection.readContainers(containers),
    ...inspection.readNetworks(networks),
    ...inspection.readVolumes(volumes),
  ];
}

/** Names of the containers that have a volume mounted, running or not. */
export async function listUsers(docker: Docker, volume: string, abortSignal: AbortSignal): Promise<string[]> {
  const filters = { volume: [volume] };
  const users = await docker.listContainers({ all: true, filters, abortSignal });
  return inspection.readContainers(users).map(({ name }) => name);
}
