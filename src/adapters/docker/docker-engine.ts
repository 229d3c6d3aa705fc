import type {
  Engine,
  EngineChange,
  EngineIdentity,
  EngineMember,
  KindOnEngine,
  RemoveOptions,
  StopHearing,
} from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import type { ListedNode, ListedTask, TaskContainer, TasksAsked } from '../../domain/swarm.ts';
import { carriesLabel } from '../../domain/text/labels.ts';
import { systemClock } from '../host/system-clock.ts';
import { containerAt } from './connection/docker-client.ts';
import { Conversations, type DockerEngineOptions } from './conversations.ts';
import { inEngineWords, toEngineError } from './engine-answers.ts';
import { listenToChanges } from './engine-changes.ts';
import { openContainerLog } from './kinds/container-log.ts';
import { disableRestart } from './kinds/container-restart.ts';
import { stopContainer } from './kinds/container-stop.ts';
import { killContainer, layerBytes } from './kinds/engine-container.ts';
import { listImages } from './kinds/engine-image.ts';
import { listMembers, ON_ENGINE } from './kinds/engine-kinds.ts';
import { countBridges, disconnectContainer, readEndpoints } from './kinds/engine-network.ts';
import { listUsers } from './kinds/engine-volume.ts';
import { knownHearing, stopHearing } from './kinds/stop-hearing.ts';
import { listNodes } from './swarm/list-nodes.ts';
import { listTaskContainers, listTasks } from './swarm/service-tasks.ts';

/** A head start for the answer to the client that wants containers stopped: the stops take the engine all its CPU. */
const HEAD_START_MS = 1;

/** A Docker Engine, by its API. */
export class DockerEngine implements Engine {
  readonly #talks: Conversations;

  constructor(options: DockerEngineOptions) {
    this.#talks = new Conversations(options);
  }

  /** Ends all connections, also those that wait for an answer. */
  close(): void {
    this.#talks.close();
  }

  get tellsSignals(): boolean {
    return this.#talks.traits.tellsSignals;
  }

  at(): Engine {
    return this;
  }

  identify(): Promise<EngineIdentity> {
    return this.#talks.identify();
  }

  /** Checks which engine answers, if it is pinned. @throws as `EnginePin` */
  async confirm(): Promise<void> {
    await this.#talks.confirm();
  }

  find(kind: EngineKind, ref: string): Promise<EngineMember | undefined> {
    return this.#talks.look((talk) => ON_ENGINE[kind].find(talk, ref));
  }

  async listLabelled(label: string, kinds?: readonly EngineKind[]): Promise<EngineMember[]> {
    // The engine takes `key=` for any value, so its answer is checked again.
    const members = await this.#talks.look((talk) => listMembers(talk, { label: [label] }, kinds));
    return members.filter((member) => carriesLabel(member, label));
  }

  list(): Promise<EngineMember[]> {
    return this.#talks.call((talk) => listMembers(talk, {}));
  }

  tasks(asked: TasksAsked): Promise<readonly ListedTask[]> {
    return this.#talks.look((talk) => listTasks(talk, asked));
  }

  nodes(): Promise<readonly ListedNode[]> {
    return this.#talks.look(listNodes);
  }

  taskContainers(service: string): Promise<readonly TaskContainer[]> {
    return this.#talks.look((talk) => listTaskContainers(talk, service));
  }

  countBridges(): Promise<number> {
    return this.#talks.read(countBridges);
  }

  async *changes(signal: AbortSignal, onHeard: () => void): AsyncGenerator<EngineChange> {
    await this.confirm();
    yield* listenToChanges(this.#talks, signal, onHeard);
  }

  disableRestart(id: string): Promise<void> {
    return this.#talks.call(({ docker, abortSignal }) =>
      disableRestart(containerAt(docker, id), abortSignal),
    );
  }

  stop(id: string, graceMs: number, override: boolean): Promise<'stopped' | 'absent'> {
    const seconds = override ? Math.ceil(graceMs / 1000) : undefined;
    return this.#talks.call(async ({ docker, abortSignal }) => {
      await systemClock.sleep(HEAD_START_MS);
      return stopContainer(containerAt(docker, id), seconds, abortSignal);
    }, graceMs);
  }

  async hearing(id: string): Promise<StopHearing | undefined> {
    const { traits, firstProcesses } = this.#talks;
    const known = traits.isOnThisHost ? await knownHearing(firstProcesses, id) : undefined;
    return known ?? this.#talks.look((talk) => stopHearing(talk, id));
  }

  kill(id: string): Promise<void> {
    return this.#talks.call((talk) => killContainer(talk, id));
  }

  remove(kind: KindOnEngine, id: string, force: boolean, options: RemoveOptions = {}): Promise<void> {
    return this.#talks.call((talk) => ON_ENGINE[kind].remove(talk, id, { ...options, force }));
  }

  volumeUsers(volume: string): Promise<readonly string[]> {
    return this.#talks.call((talk) => listUsers(talk, volume));
  }

  layerBytes(id: string): Promise<number | undefined> {
    return this.#talks.read((talk) => layerBytes(talk, id));
  }

  endpoints(networkId: string): ReturnType<Engine['endpoints']> {
    return this.#talks.call((talk) => readEndpoints(talk, networkId));
  }

  disconnect(networkId: string, containerId: string): Promise<void> {
    return this.#talks.call((talk) => disconnectContainer(talk, networkId, containerId));
  }

  images(): ReturnType<Engine['images']> {
    return this.#talks.call(listImages);
  }

  async openLog(id: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    await this.confirm();
    const log = openContainerLog(containerAt(this.#talks.docker, id), signal);
    return inEngineWords(await log.catch((error: unknown) => Promise.reject(toEngineError(error))));
  }
}
