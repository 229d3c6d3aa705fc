import { setTimeout as sleep } from 'node:timers/promises';
import type Docker from 'dockerode';
import PQueue from 'p-queue';
import type {
  Engine,
  EngineChange,
  EngineEndpoint,
  EngineIdentity,
  EngineMember,
  KindOnEngine,
  RemoveOptions,
} from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import { carriesLabel } from '../../domain/text/labels.ts';
import { containerAt, createClient } from './connection/docker-client.ts';
import { EngineAgent } from './connection/engine-agent.ts';
import { callEngine } from './connection/engine-call.ts';
import { connector } from './connection/engine-connection.ts';
import { keepsVolumeTimes, takesUsedNetworks, toIdentity } from './connection/engine-identity.ts';
import { EnginePin } from './connection/engine-pin.ts';
import { inEngineWords, toEngineError } from './engine-answers.ts';
import { listenToChanges } from './engine-changes.ts';
import { openContainerLog } from './kinds/container-log.ts';
import { disableRestart } from './kinds/container-restart.ts';
import { stopContainer } from './kinds/container-stop.ts';
import { killContainer, layerBytes } from './kinds/engine-container.ts';
import { listImages } from './kinds/engine-image.ts';
import type { Conversation, EngineTraits } from './kinds/engine-kind.ts';
import { listIds, listMembers, ON_ENGINE } from './kinds/engine-kinds.ts';
import { countBridges, disconnectContainer, readEndpoints } from './kinds/engine-network.ts';
import { listUsers } from './kinds/engine-volume.ts';

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

/** Look-ups that are under way at once, whoever asks for them: each has a connection. Stops and removals are not limited here. */
const LOOKS_AT_ONCE = 32;

/** Collections wait for their readings, so that these may not take long. */
const READING_DEADLINE_MS = 5_000;

/** A Docker Engine, by its API. */
export class DockerEngine implements Engine {
  readonly #endpoint: EngineEndpoint;
  readonly #deadlineMs: number;
  readonly #traits: EngineTraits;
  readonly #agent: EngineAgent;
  readonly #docker: Docker;
  readonly #pin: EnginePin | undefined;
  readonly #looks = new PQueue({ concurrency: LOOKS_AT_ONCE });

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
    this.#traits = {
      keepsVolumeTimes: keepsVolumeTimes(apiVersion),
      takesUsedNetworks: takesUsedNetworks(id),
      isOnThisHost,
    };
    this.#docker = createClient(host, apiVersion, this.#agent);
    this.#pin =
      pinnedTo === undefined ? undefined : new EnginePin({ id, dataRoot: pinnedTo }, () => this.identify());
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
    return this.#look((talk) => ON_ENGINE[kind].find(talk, ref));
  }

  async listLabelled(label: string): Promise<EngineMember[]> {
    // The engine takes `key=` for any value, so that its answer is looked at again.
    const members = await this.#look((talk) => listMembers(talk, { label: [label] }));
    return members.filter((member) => carriesLabel(member, label));
  }

  listIds(): ReturnType<Engine['listIds']> {
    return this.#call(listIds);
  }

  countBridges(): Promise<number> {
    return this.#read(countBridges);
  }

  async *changes(signal: AbortSignal, onHeard: () => void): AsyncGenerator<EngineChange> {
    await this.confirm();
    yield* listenToChanges(this.#docker, signal, onHeard);
  }

  disableRestart(id: string): Promise<void> {
    return this.#call(({ docker, abortSignal }) => disableRestart(containerAt(docker, id), abortSignal));
  }

  stop(id: string, graceMs: number, override: boolean): Promise<'stopped' | 'absent'> {
    const seconds = override ? Math.ceil(graceMs / 1000) : undefined;
    return this.#call(async ({ docker, abortSignal }) => {
      await sleep(HEAD_START_MS);
      return stopContainer(containerAt(docker, id), seconds, abortSignal);
    }, graceMs);
  }

  kill(id: string): Promise<void> {
    return this.#call((talk) => killContainer(talk, id));
  }

  remove(kind: KindOnEngine, id: string, force: boolean, options: RemoveOptions = {}): Promise<void> {
    return this.#call((talk) => ON_ENGINE[kind].remove(talk, id, { ...options, force }));
  }

  volumeUsers(volume: string): Promise<readonly string[]> {
    return this.#call((talk) => listUsers(talk, volume));
  }

  layerBytes(id: string): Promise<number | undefined> {
    return this.#read((talk) => layerBytes(talk, id));
  }

  endpoints(networkId: string): ReturnType<Engine['endpoints']> {
    return this.#call((talk) => readEndpoints(talk, networkId));
  }

  disconnect(networkId: string, containerId: string): Promise<void> {
    return this.#call((talk) => disconnectContainer(talk, networkId, containerId));
  }

  images(): ReturnType<Engine['images']> {
    return this.#call(listImages);
  }

  async openLog(id: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    await this.confirm();
    const log = openContainerLog(containerAt(this.#docker, id), signal);
    return inEngineWords(await log.catch((error: unknown) => Promise.reject(toEngineError(error))));
  }

  /** One that had to wait for its turn for too long was not answered in time either. */
  #look<T>(converse: (talk: Conversation) => Promise<T>): Promise<T> {
    return this.#call((talk) =>
      this.#looks.add(async () => {
        talk.abortSignal.throwIfAborted();
        return await converse(talk);
      }),
    );
  }

  /** Takes a reading. */
  #read<T>(converse: (talk: Conversation) => Promise<T>): Promise<T> {
    return this.#within(Math.min(READING_DEADLINE_MS, this.#deadlineMs), converse);
  }

  #call<T>(converse: (talk: Conversation) => Promise<T>, graceMs = 0): Promise<T> {
    return this.#within(this.#deadlineMs + graceMs, converse);
  }

  /** To make sure who answers is a part of it. */
  #within<T>(deadlineMs: number, converse: (talk: Conversation) => Promise<T>): Promise<T> {
    return callEngine(deadlineMs, async (abortSignal) => {
      await this.confirm();
      abortSignal.throwIfAborted();
      return converse({ docker: this.#docker, traits: this.#traits, abortSignal });
    });
  }

  /** Makes sure who answers, where that is pinned. @throws as `EnginePin` */
  async confirm(): Promise<void> {
    await this.#pin?.confirm();
  }
}
