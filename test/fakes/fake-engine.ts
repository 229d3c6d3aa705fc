import {
  type Engine,
  type EngineChange,
  EngineError,
  type EngineIdentity,
  type EngineMember,
  type KindOnEngine,
  type RemoveOptions,
  type StopHearing,
} from '../../src/domain/engine.ts';
import type { EngineKind } from '../../src/domain/kinds/kinds.ts';
import type { Clock } from '../../src/domain/ports.ts';
import type { EngineTraits } from '../../src/domain/site.ts';
import type { ListedNode, ListedTask, TaskContainer, TasksAsked } from '../../src/domain/swarm.ts';
import { CallScript } from './call-script.ts';
import { EngineNews } from './engine-news.ts';
import { EngineWorld } from './engine-world.ts';

export const ENGINE: EngineIdentity = {
  id: 'ENGINE',
  version: '20.10.24',
  apiVersion: '1.41',
  host: 'unix:///var/run/docker.sock',
  dataRoot: '/var/lib/docker',
  time: '2026-11-24T10:00:00.000Z',
  ahead: { least: 0, most: 0 },
};

export const TRAITS: EngineTraits = {
  keepsVolumeTimes: false,
  takesUsedNetworks: false,
  keepsStoppedEndpoints: false,
  takesOthersVolumes: false,
  tellsSignals: true,
  isOnThisHost: true,
};

/** What a removal takes, in ms: as measured on a real engine, roughly. */
const REMOVAL_MS: { readonly [K in KindOnEngine]?: number } = { network: 180, image: 20 };

/** The same of all other kinds, in ms. */
const QUICK_REMOVAL_MS = 5;

/** A Docker Engine in memory: what it holds is in `world`, what it was asked and how it misbehaves in `script`. */
export class FakeEngine implements Engine {
  readonly tellsSignals = true;
  readonly world: EngineWorld;
  readonly script: CallScript;
  readonly news = new EngineNews();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.world = new EngineWorld(clock);
    this.script = new CallScript(clock);
  }

  at(): Engine {
    return this;
  }

  identify(): Promise<EngineIdentity> {
    return this.script.carryOut('identify', '', () => ENGINE);
  }

  find(kind: EngineKind, ref: string): Promise<EngineMember | undefined> {
    return this.script.carryOut('find', ref, () => this.world.look(kind, ref));
  }

  listLabelled(label: string, kinds?: readonly EngineKind[]): Promise<EngineMember[]> {
    return this.script.carryOut('listLabelled', label, () =>
      this.world.labelled(label).filter(({ kind }) => kinds?.includes(kind) ?? true),
    );
  }

  list(): Promise<EngineMember[]> {
    return this.script.carryOut('list', '', () => this.world.listed());
  }

  tasks(asked: TasksAsked): Promise<readonly ListedTask[]> {
    return this.script.carryOut('tasks', '', () => this.world.tasks(asked));
  }

  nodes(): Promise<readonly ListedNode[]> {
    return this.script.carryOut('nodes', '', () => this.world.nodes);
  }

  taskContainers(service: string): Promise<readonly TaskContainer[]> {
    return this.#about('taskContainers', service, () => this.world.taskContainers(service));
  }

  countBridges(): Promise<number> {
    return this.script.carryOut('countBridges', '', () => this.world.ids('network').size);
  }

  changes(signal: AbortSignal, onHeard: () => void): AsyncIterable<EngineChange> {
    return this.news.listen(signal, onHeard);
  }

  disableRestart(id: string): Promise<void> {
    return this.#about('disableRestart', id, () => this.world.held(id)?.disableRestart());
  }

  stop(id: string, graceMs: number, _override: boolean): Promise<'stopped' | 'absent'> {
    return this.#about('stop', id, () => {
      // What no test asks for is not told.
      if (this.world.held(id)?.options.hearing !== undefined)
        this.news.tell({ type: 'signalled', kind: 'container', id });
      return this.world.stop(id, graceMs);
    });
  }

  hearing(id: string): Promise<StopHearing | undefined> {
    return this.#about('hearing', id, () => {
      const held = this.world.held(id);
      if (!held?.isRunning) return undefined;
      return { hearing: held.look(), pid: held.options.pid ?? 1, signal: 'SIGTERM' };
    });
  }

  kill(id: string): Promise<void> {
    return this.#about('kill', id, () => this.world.held(id)?.kill());
  }

  volumeUsers(volume: string): Promise<readonly string[]> {
    return this.script.carryOut('volumeUsers', volume, () => this.world.users(volume));
  }

  remove(
    kind: KindOnEngine,
    id: string,
    force: boolean,
    { keepsVolumes = false }: RemoveOptions = {},
  ): Promise<void> {
    return this.#about('remove', id, async () => {
      if (kind !== 'image') this.world.checkRemovable(kind, id, force);
      await this.#clock.sleep(REMOVAL_MS[kind] ?? QUICK_REMOVAL_MS);
      if (kind === 'image') this.world.deleteImage(id);
      else if (kind === 'service') this.#deleteService(id);
      else this.world.delete(kind, id, keepsVolumes);
    });
  }

  layerBytes(id: string): Promise<number | undefined> {
    return this.#about('layerBytes', id, () => this.world.held(id)?.options.layerBytes ?? 0);
  }

  endpoints(networkId: string): Promise<{ readonly id: string; readonly name: string }[]> {
    return this.#about('endpoints', networkId, () => this.world.endpoints(networkId));
  }

  disconnect(networkId: string, containerId: string): Promise<void> {
    return this.#about('disconnect', containerId, () => {
      this.world.held(containerId)?.endpoints.delete(networkId);
    });
  }

  images(): ReturnType<Engine['images']> {
    return this.script.carryOut('images', '', () => ({
      all: this.world.images,
      used: this.world.usedImages,
    }));
  }

  openLog(id: string, _signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
    const name = this.world.nameOf(id);
    return this.#about('openLog', id, async function* () {
      yield Buffer.from(`the log of ${name}\n`);
    });
  }

  /** Its nodes stop and remove what it runs, and nobody waits for that. */
  #deleteService(id: string): void {
    for (const container of this.world.taskContainers(id))
      if (this.world.held(container.id)?.options.hearing !== undefined)
        this.news.tell({ type: 'signalled', kind: 'container', id: container.id });
    this.world.deleteService(id);
  }

  #about<T>(call: keyof Engine, id: string, act: () => Promise<T> | T): Promise<T> {
    return this.script.carryOut(call, this.world.nameOf(id), act);
  }
}

/** What an engine says that can not be reached. */
export const unreachable = (): EngineError => new EngineError('unreachable', 'connect ECONNREFUSED');

/** What an engine says that needs a moment. */
export const busy = (): EngineError => new EngineError('busy', 'device or resource busy');

/** What an engine says where no retry helps. */
export const rejected = (words = 'it has gone wrong'): EngineError => new EngineError('rejected', words);
