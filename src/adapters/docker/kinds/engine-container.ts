import * as z from 'zod/mini';
import { EngineError, type EngineMemberOf, type RemoveOptions } from '../../../domain/engine.ts';
import { boundedMs, LONGEST_MS } from '../../../domain/text/quantities.ts';
import { containerAt } from '../connection/docker-client.ts';
import { isAbsent, isNotRunning, isRemovalUnderWay, unlessAbsent } from '../engine-answers.ts';
import { labels, read } from '../read-answer.ts';
import { containerTies, readTies } from './container-ties.ts';
import type { Conversation, Filters, NamedOnEngine } from './engine-kind.ts';
import { inspectNetwork } from './engine-network.ts';
import { findByReference } from './find-by-reference.ts';

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

/** Requested with `size=1`; `SizeRootFs` includes the image's content. */
const sizeInspection = z.object({ SizeRw: z.nullish(z.number()) });

/** One of `/containers/json`; `Created` is in seconds since the epoch. */
const containerSummary = z.object({
  Id: z.string(),
  Names: z.nullish(z.array(z.string())),
  Created: z.number(),
  Image: z.nullish(z.string()),
  Labels: labels,
  NetworkSettings: z.nullish(
    z.object({ Networks: z.nullish(z.record(z.string(), z.object({ NetworkID: z.nullish(z.string()) }))) }),
  ),
  Mounts: z.nullish(z.array(z.object({ Type: z.nullish(z.string()), Name: z.nullish(z.string()) }))),
});

const containerSummaries = z.array(containerSummary);
/** https://docs.docker.com/reference/cli/docker/container/stop/ */
const DEFAULT_STOP_TIMEOUT_S = 10;

type Container = EngineMemberOf<'container'>;

/** A container, and the names of networks for which the engine gives no ids: not attached yet, and all of Podman's. */
export interface InspectedContainer {
  readonly member: Container & { readonly networks: readonly string[] };
  readonly unidentified: readonly string[];
}

export function readContainer(answer: unknown): InspectedContainer {
  const inspected = read(containerInspection, answer);
  const { Id, Name, Created, State, Config, HostConfig, NetworkSettings } = inspected;
  // 0 if it does not run.
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

/**
 * A negative StopTimeout means that the engine waits for ever; longer than a day counts as a day (docs/guarantees.md).
 */
const graceOf = (seconds: number): number => (seconds < 0 ? LONGEST_MS : boundedMs(seconds * 1000));

type Summary = z.infer<typeof containerSummary>;

/** The containers of a list, without what only an inspection shows. */
export const readContainers = (answer: unknown): Container[] =>
  read(containerSummaries, answer).map((summary) => ({
    kind: 'container',
    id: summary.Id,
    name: ownName(summary.Names ?? []) ?? summary.Id,
    createdAt: inWholeSeconds(summary.Created),
    labels: summary.Labels ?? {},
    ...(summary.Image && { image: summary.Image }),
    networks: networksOf(summary),
    volumes: (summary.Mounts ?? []).flatMap(({ Type, Name }) => (Type === 'volume' && Name ? Name : [])),
  }));

/** ISO 8601 without a fraction: a moment anywhere in that second. */
const inWholeSeconds = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, -5)}Z`;

/** Ids, or names if the engine gives no id: not attached yet, and all of Podman's. */
const networksOf = ({ NetworkSettings }: Summary): string[] =>
  Object.entries(NetworkSettings?.Networks ?? {}).map(([name, { NetworkID }]) => NetworkID || name);

/** Picks `/name` from `/name` and, if others link to it, `/other/alias`. */
const ownName = (names: readonly string[]): string | undefined =>
  names.find((name) => name.lastIndexOf('/') === 0)?.slice(1);

/** An option that dockerode passes on and its types don't know. */
const SIZED: object = { size: true };

/** The size of a container's writable layer, in bytes; `undefined` if the container is gone. */
export async function layerBytes(
  { docker, abortSignal }: Conversation,
  id: string,
): Promise<number | undefined> {
  const answer = await unlessAbsent(containerAt(docker, id).inspect({ ...SIZED, abortSignal }));
  return answer && (read(sizeInspection, answer).SizeRw ?? 0);
}

/** Succeeds also if the container does not run any more. */
export async function killContainer({ docker, abortSignal }: Conversation, id: string): Promise<void> {
  try {
    await containerAt(docker, id).kill({ signal: 'SIGKILL', abortSignal });
  } catch (error) {
    if (!isAbsent(error) && !isNotRunning(error)) throw error;
  }
}

async function inspect(talk: Conversation, ref: string): Promise<Container | undefined> {
  const { docker, abortSignal } = talk;
  const answer = await unlessAbsent(containerAt(docker, ref).inspect({ abortSignal }));
  if (answer === undefined) return undefined;
  talk.firstProcesses.note(answer);
  const { member, unidentified } = readContainer(answer);
  const found = await Promise.all(unidentified.map((name) => inspectNetwork(talk, name)));
  return { ...member, networks: [...member.networks, ...found.flatMap((network) => network?.id ?? [])] };
}

const list = async ({ docker, abortSignal }: Conversation, filters: Filters): Promise<Container[]> =>
  readContainers(await docker.listContainers({ all: true, filters, abortSignal }));

/**
 * Removes its anonymous volumes too unless they are kept, or the engine would take others with them: each is a member itself, and
 * goes after its container. Resolves when its name is free.
 */
async function remove(
  talk: Conversation,
  id: string,
  { force, keepsVolumes = false }: RemoveOptions & { readonly force: boolean },
): Promise<void> {
  const { docker, traits, abortSignal } = talk;
  const v = !keepsVolumes && !traits.takesOthersVolumes;
  try {
    await containerAt(docker, id).remove({ v, force, abortSignal });
  } catch (error) {
    if (isAbsent(error)) return;
    if (!isRemovalUnderWay(error)) throw error;
    await untilRemoved(talk, id);
  }
}

/** Somebody else removes it: the engine itself after a `--rm`, or another client. */
async function untilRemoved({ docker, abortSignal }: Conversation, id: string): Promise<void> {
  const answer = await unlessAbsent(containerAt(docker, id).wait({ condition: 'removed', abortSignal }));
  // If that removal fails, the wait ends too, and says why.
  if (answer?.Error) throw new EngineError('busy', String(answer.Error.Message));
}

export const containerOnEngine: NamedOnEngine = {
  find: (talk, ref) =>
    // docker inspect writes the names of containers with a slash.
    findByReference(ref.replace(/^\//, ''), {
      inspect: (one) => inspect(talk, one),
      list: () => list(talk, {}),
    }),
  list,
  remove,
  // It comes with its start: until then, an engine that starts it blocks inspections.
  changes: { start: 'came', rename: 'changed', update: 'changed', kill: 'signalled', destroy: 'gone' },
};
