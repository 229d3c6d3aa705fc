import * as z from 'zod/mini';
import type { EngineMember, EngineMemberOf } from '../../../domain/engine.ts';
import { boundedMs, LONGEST_MS } from '../../../domain/text/quantities.ts';
import { read } from '../read-answer.ts';
import { containerTies, readTies } from './container-ties.ts';

/** What is read of the engine's answers; the engine writes `null` for an empty list or map. */
const labels = z.nullish(z.record(z.string(), z.string()));

const containerInspection = z.object({
  ...containerTies,
  Id: z.string(),
  Name: z.string(),
  Created: z.string(),
  State: z.nullish(z.object({ Pid: z.nullish(z.number()) })),
  Config: z.object({
    Image: z.nullish(z.string()),
    Labels: labels,
    StopTimeout: z.nullish(z.number()),
  }),
});

/** Asked with `size=1`; `SizeRootFs` is with what the image holds. */
const sizeInspection = z.object({ SizeRw: z.nullish(z.number()) });

const networkInspection = z.object({
  Id: z.string(),
  Name: z.string(),
  Created: z.string(),
  Labels: labels,
  Containers: z.nullish(z.record(z.string(), z.object({ Name: z.string() }))),
});

const volumeInspection = z.object({
  Name: z.string(),
  CreatedAt: z.optional(z.string()),
  Labels: labels,
  Mountpoint: z.nullish(z.string()),
});

/** One of `/containers/json`; `Created` is in seconds since the epoch. */
const containerSummary = z.object({
  Id: z.string(),
  Names: z.nullish(z.array(z.string())),
  Created: z.number(),
  Labels: labels,
});

const containerSummaries = z.array(containerSummary);
const networkInspections = z.array(networkInspection);
const volumeList = z.object({ Volumes: z.nullish(z.array(volumeInspection)) });

/** https://docs.docker.com/reference/cli/docker/container/stop/ */
const DEFAULT_STOP_TIMEOUT_S = 10;

/** A container, and the names of networks of which the engine gives no ids: not attached yet, and all of Podman's. */
export interface InspectedContainer {
  readonly member: EngineMemberOf<'container'> & { readonly networks: readonly string[] };
  readonly unidentified: readonly string[];
}

export function readContainer(answer: unknown): InspectedContainer {
  const inspected = read(containerInspection, answer);
  const { Id, Name, Created, State, Config, HostConfig, NetworkSettings } = inspected;
  // 0 where it does not run.
  const pid = State?.Pid || undefined;
  const networks = Object.entries(NetworkSettings.Networks ?? {});
  const hasId = ([name, { NetworkID }]: (typeof networks)[number]) => NetworkID !== '' && NetworkID !== name;
  return {
    member: {
      kind: 'container',
      id: Id,
      name: Name.replace(/^\//, ''),
      createdAt: Created,
      labels: Config.Labels ?? {},
      ...(Config.Image && { image: Config.Image }),
      ...readTies(inspected, Config.Labels ?? {}),
      networks: networks.filter(hasId).map(([, { NetworkID }]) => NetworkID),
      graceMs: graceOf(Config.StopTimeout ?? DEFAULT_STOP_TIMEOUT_S),
      restarts: !['', 'no'].includes(HostConfig.RestartPolicy?.Name ?? ''),
      autoRemove: HostConfig.AutoRemove ?? false,
      ...(HostConfig.Init && { init: true }),
      ...(pid !== undefined && { pid }),
    },
    unidentified: networks.filter((network) => !hasId(network)).map(([name]) => name),
  };
}

/** A negative StopTimeout means that the engine waits for ever; longer than a day counts as a day (docs/guarantees.md). */
const graceOf = (seconds: number): number => (seconds < 0 ? LONGEST_MS : boundedMs(seconds * 1000));

const toNetwork = ({
  Id,
  Name,
  Created,
  Labels,
}: z.infer<typeof networkInspection>): EngineMemberOf<'network'> => ({
  kind: 'network',
  id: Id,
  name: Name,
  createdAt: Created,
  labels: Labels ?? {},
});

const toVolume = ({
  Name,
  CreatedAt,
  Labels,
  Mountpoint,
}: z.infer<typeof volumeInspection>): EngineMemberOf<'volume'> => ({
  kind: 'volume',
  id: Name,
  name: Name,
  ...(CreatedAt !== undefined && { createdAt: CreatedAt }),
  labels: Labels ?? {},
  ...(Mountpoint && { mountpoint: Mountpoint }),
});

export const readLayerBytes = (answer: unknown): number => read(sizeInspection, answer).SizeRw ?? 0;

export const readNetwork = (answer: unknown): EngineMember => toNetwork(read(networkInspection, answer));

export const readVolume = (answer: unknown): EngineMember => toVolume(read(volumeInspection, answer));

/** The containers that a network inspection shows: those that run. */
export const readEndpoints = (answer: unknown): { id: string; name: string }[] =>
  Object.entries(read(networkInspection, answer).Containers ?? {}).map(([id, { Name }]) => ({
    id,
    name: Name,
  }));

export const readContainers = (answer: unknown): EngineMember[] =>
  read(containerSummaries, answer).map(({ Id, Names, Created, Labels }) => ({
    kind: 'container',
    id: Id,
    name: ownName(Names ?? []) ?? Id,
    createdAt: new Date(Created * 1000).toISOString(),
    labels: Labels ?? {},
  }));

/** Of `/name` and, where others link to it, `/other/alias`. */
const ownName = (names: readonly string[]): string | undefined =>
  names.find((name) => name.lastIndexOf('/') === 0)?.slice(1);

export const readNetworks = (answer: unknown): EngineMember[] =>
  read(networkInspections, answer).map(toNetwork);

export const readVolumes = (answer: unknown): EngineMember[] =>
  (read(volumeList, answer).Volumes ?? []).map(toVolume);
