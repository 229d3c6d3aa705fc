import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import pLimit from 'p-limit';
import type {
  Engine,
  EngineChange,
  EngineEndpoint,
  EngineIdentity,
  EngineMember,
  RemoveOptions,
} from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import { carriesLabel } from '../../domain/text/labels.ts';
import { containerAt, createClient, networkAt, volumeAt } from './connection/docker-client.ts';
import { EngineAgent } from './connection/engine-agent.ts';
import { callEngine } from './connection/engine-call.ts';
import { connector } from './connection/engine-connection.ts';
import { keepsVolumeTimes, takesUsedNetworks, toIdentity } from './connection/engine-identity.ts';
import { EnginePin } from './connection/engine-pin.ts';
import {
  inEngineWords,
  isAbsent,
  isNotRunning,
  toEngineError,
  unlessAbsent,
  wordsOf,
} from './engine-answers.ts';
import { listenToChanges } from './engine-changes.ts';
import { openContainerLog } from './kinds/container-log.ts';
import { removeContainer } from './kinds/container-removal.ts';
import { disableRestart } from './kinds/container-restart.ts';
import { stopContainer } from './kinds/container-stop.ts';
import { readImages, readUsedImages } from './kinds/image-answers.ts';
import { removeImage } from './kinds/image-removal.ts';
import { readEndpoints, readLayerBytes, readNetworks } from './kinds/inspection.ts';
import { findMember, findVolume, listMembers, listUsers } from './kinds/member-lookup.ts';
import { removeNetwork } from './kinds/network-removal.ts';
import { volumeBirth } from './kinds/volume-birth.ts';

export interface DockerEngineOptions extends EngineEndpoint {
  /** As negotiated by `findEngine`: `1.41`. */
  readonly apiVersion: string;
  /** As found by `findEngine`; without it, it is taken for Docker's. */
  readonly id?: string;
  /** The root of its data, where that very engine has to answer (`EnginePin`). */
  readonly pinnedTo?: string;
  /** Whether it runs on this host, so that its files may be looked at. */
  readonly isOnThisHost?: boolean;
  readonly callDeadlineMs?: number;
}

const CALL_DEADLINE_MS = 30_000;

/** For the answer to who wants containers stopped: to stop them takes the engine all the CPU that there is. */
const HEAD_START_MS = 1;

/** What dockerode passes on and its types don't know. */
const SIZED: object = { size: true };

/** Look-ups that are under way at once, whoever asks for them: each has a connection. Stops and removals are not limited here. */
const LOOKS_AT_ONCE = 32;

/** Collections wait for their readings, so that these may not take long. */
const READING_DEADLINE_MS = 5_000;

/** A Docker Engine, by its API. */
export class DockerEngine implements Engine {
  readonly #endpoint: EngineEndpoint;
  readonly #deadlineMs: number;
  readonly #keepsVolumeTimes: boolean;
  readonly #takesUsedNetworks: boolean;
  readonly #agent: EngineAgent;
  readonly #docker: Docker;
  readonly #pin: EnginePin | undefined;
  readonly #isOnThisHost: boolean;
  readonly #looks = pLimit(LOOKS_AT_ONCE);

  constructor({
    host,
    tls,
    apiVersion,
    id = '',
    pinnedTo,
    isOnThisHost = false,
    callDeadlineMs = CALL_DEADLINE_MS,
  }: DockerEngineOptions) {
    this.#endpoint = { host, ...(tls && { tls }) };
    this.#agent = new EngineAgent(connector(this.#endpoint));
    this.#deadlineMs = callDeadlineMs;
    this.#keepsVolumeTimes = keepsVolumeTimes(apiVersion);
    this.#takesUsedNetworks = takesUsedNetworks(id);
    this.#docker = createClient(host, apiVersion, this.#agent);
    this.#pin =
      pinnedTo === undefined ? undefined : new EnginePin({ id, dataRoot: pinnedTo }, () => this.identify());
    this.#isOnThisHost = isOnThisHost;
  }

  /** Ends all connections, also those on which an answer is awaited. */
  close(): void {
    this.#agent.destroy();
  }

  identify(): Promise<EngineIdentity> {
    return callEngine(this.#deadlineMs, async () => {
      const asked = Date.now();
      const [version, info] = await Promise.all([this.#docker.version(), this.#docker.info()]);
      return toIdentity(this.#endpoint, version, info, asked);
    });
  }

  find(kind: EngineKind, ref: string): Promise<EngineMember | undefined> {
    return this.#look(async (signal) => {
      if (kind !== 'volume') return findMember(this.#docker, kind, ref, signal);
      const found = await findVolume(this.#docker, ref, signal);
      return found && this.#born(this.#dated(found));
    });
  }

  async listLabelled(label: string): Promise<EngineMember[]> {
    // The engine takes `key=` for any value, so that its answer is looked at again.
    const members = await this.#look((signal) => listMembers(this.#docker, { label: [label] }, signal));
    return members.filter((member) => carriesLabel(member, label)).map((member) => this.#dated(member));
  }

  async listIds(): Promise<Readonly<Record<EngineKind, ReadonlySet<string>>>> {
    const ids = { container: new Set<string>(), network: new Set<string>(), volume: new Set<string>() };
    const members = await this.#call((signal) => listMembers(this.#docker, {}, signal));
    for (const { kind, id } of members) ids[kind].add(id);
    return ids;
  }

  async countBridges(): Promise<number> {
    const filters = { driver: ['bridge'] };
    const deadlineMs = Math.min(READING_DEADLINE_MS, this.#deadlineMs);
    const bridges = await this.#within(deadlineMs, (abortSignal) =>
      this.#docker.listNetworks({ filters, abortSignal }),
    );
    return readNetworks(bridges).length;
  }

  async *changes(signal: AbortSignal, onHeard: () => void): AsyncGenerator<EngineChange> {
    await this.confirm();
    yield* listenToChanges(this.#docker, signal, onHeard);
  }

  disableRestart(id: string): Promise<void> {
    return this.#call((signal) => disableRestart(containerAt(this.#docker, id), signal));
  }

  stop(id: string, graceMs: number, override: boolean): Promise<'stopped' | 'absent'> {
    const seconds = override ? Math.ceil(graceMs / 1000) : undefined;
    return this.#call(async (signal) => {
      await sleep(HEAD_START_MS);
      return stopContainer(containerAt(this.#docker, id), seconds, signal);
    }, graceMs);
  }

  async kill(id: string): Promise<void> {
    await this.#call((abortSignal) =>
      containerAt(this.#docker, id)
        .kill({ signal: 'SIGKILL', abortSignal })
        .catch((error: unknown) => {
          if (!isAbsent(error) && !isNotRunning(error)) throw error;
        }),
    );
  }

  /** `force` is for containers only: nothing forces a network or a volume that is in use. */
  async remove(kind: EngineKind, id: string, force: boolean, options: RemoveOptions = {}): Promise<void> {
    await this.#call(async (abortSignal) => {
      if (kind === 'container')
        return removeContainer(containerAt(this.#docker, id), { ...options, force }, abortSignal);
      if (kind === 'network') return removeNetwork(this.#docker, id, this.#takesUsedNetworks, abortSignal);
      await unlessAbsent(volumeAt(this.#docker, id).remove({ abortSignal }));
    });
  }

  volumeUsers(volume: string): Promise<readonly string[]> {
    return this.#call((signal) => listUsers(this.#docker, volume, signal));
  }

  async layerBytes(id: string): Promise<number | undefined> {
    const deadlineMs = Math.min(READING_DEADLINE_MS, this.#deadlineMs);
    const answer = await this.#within(deadlineMs, (abortSignal) =>
      unlessAbsent(containerAt(this.#docker, id).inspect({ ...SIZED, abortSignal })),
    );
    return answer === undefined ? undefined : readLayerBytes(answer);
  }

  async endpoints(networkId: string): Promise<{ readonly id: string; readonly name: string }[]> {
    const answer = await this.#call(() => unlessAbsent(networkAt(this.#docker, networkId).inspect()));
    return answer === undefined ? [] : readEndpoints(answer);
  }

  async disconnect(networkId: string, containerId: string): Promise<void> {
    await this.#call((abortSignal) =>
      networkAt(this.#docker, networkId)
        .disconnect({ Container: containerId, Force: true, abortSignal })
        .catch((error: unknown) => {
          if (!isAbsent(error) && !/is not connected to/.test(wordsOf(error))) throw error;
        }),
    );
  }

  images(): ReturnType<Engine['images']> {
    return this.#call(async (abortSignal) => {
      // In this order, what a container is made from meanwhile counts as used.
      const images = await this.#docker.listImages({ all: true, abortSignal });
      const containers = await this.#docker.listContainers({ all: true, abortSignal });
      return { all: readImages(images), used: readUsedImages(containers) };
    });
  }

  removeImage(id: string): Promise<void> {
    return this.#call((signal) => removeImage(this.#docker, id, signal));
  }

  async openLog(id: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    await this.confirm();
    const log = openContainerLog(containerAt(this.#docker, id), signal);
    return inEngineWords(await log.catch((error: unknown) => Promise.reject(toEngineError(error))));
  }

  /** Says of a volume whether its creation time is to be relied on. */
  #dated(member: EngineMember): EngineMember {
    return member.kind === 'volume' && !this.#keepsVolumeTimes ? { ...member, createdAtMoves: true } : member;
  }

  /** The birth of a volume that tells none, where this process can see it. */
  async #born(volume: EngineMember): Promise<EngineMember> {
    const { createdAtMoves, createdAt, ...rest } = volume;
    if (!this.#isOnThisHost || !createdAtMoves || createdAt === undefined || !rest.mountpoint) return volume;
    const birth = await volumeBirth(rest.mountpoint, createdAt);
    return birth === undefined ? volume : { ...rest, createdAt: birth };
  }

  /** One that had to wait for its turn for too long was not answered in time either. */
  #look<T>(converse: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return this.#call((signal) =>
      this.#looks(async () => {
        signal.throwIfAborted();
        return await converse(signal);
      }),
    );
  }

  #call<T>(converse: (signal: AbortSignal) => Promise<T>, graceMs = 0): Promise<T> {
    return this.#within(this.#deadlineMs + graceMs, converse);
  }

  /** To make sure who answers is a part of it. */
  #within<T>(deadlineMs: number, converse: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return callEngine(deadlineMs, async (signal) => {
      await this.confirm();
      signal.throwIfAborted();
      return converse(signal);
    });
  }

  /** Makes sure who answers, where that is pinned. @throws as `EnginePin` */
  async confirm(): Promise<void> {
    await this.#pin?.confirm();
  }
}
