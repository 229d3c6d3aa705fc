import type { Engine, EngineChange, EngineMember, KindOnEngine, SiteName } from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';

/** One of several engines: all that it shows carries the name of its site, if that has one. */
export class EngineAt implements Engine {
  readonly #engine: Engine;
  readonly #site: SiteName | undefined;

  constructor(site: SiteName | undefined, engine: Engine) {
    this.#site = site;
    this.#engine = engine;
  }

  get tellsSignals(): boolean {
    return this.#engine.tellsSignals;
  }

  at(_site?: SiteName): Engine {
    return this;
  }

  identify(): ReturnType<Engine['identify']> {
    return this.#engine.identify();
  }

  async find(kind: EngineKind, ref: string): Promise<EngineMember | undefined> {
    const found = await this.#engine.find(kind, ref);
    return found && this.#named(found);
  }

  async listLabelled(label: string, kinds?: readonly EngineKind[]): Promise<EngineMember[]> {
    return (await this.#engine.listLabelled(label, kinds)).map((member) => this.#named(member));
  }

  async list(): Promise<EngineMember[]> {
    return (await this.#engine.list()).map((member) => this.#named(member));
  }

  nodes(): ReturnType<Engine['nodes']> {
    return this.#engine.nodes();
  }

  tasks(...args: Parameters<Engine['tasks']>): ReturnType<Engine['tasks']> {
    return this.#engine.tasks(...args);
  }

  taskContainers(service: string): ReturnType<Engine['taskContainers']> {
    return this.#engine.taskContainers(service);
  }

  countBridges(): Promise<number> {
    return this.#engine.countBridges();
  }

  async *changes(signal: AbortSignal, onHeard: () => void): AsyncGenerator<EngineChange> {
    for await (const change of this.#engine.changes(signal, onHeard)) yield this.#named(change);
  }

  disableRestart(id: string): Promise<void> {
    return this.#engine.disableRestart(id);
  }

  stop(...args: Parameters<Engine['stop']>): ReturnType<Engine['stop']> {
    return this.#engine.stop(...args);
  }

  hearing(id: string): ReturnType<Engine['hearing']> {
    return this.#engine.hearing(id);
  }

  kill(id: string): Promise<void> {
    return this.#engine.kill(id);
  }

  remove(kind: KindOnEngine, ...args: [string, boolean, object?]): Promise<void> {
    return this.#engine.remove(kind, ...args);
  }

  volumeUsers(volume: string): Promise<readonly string[]> {
    return this.#engine.volumeUsers(volume);
  }

  layerBytes(id: string): Promise<number | undefined> {
    return this.#engine.layerBytes(id);
  }

  endpoints(networkId: string): ReturnType<Engine['endpoints']> {
    return this.#engine.endpoints(networkId);
  }

  disconnect(networkId: string, containerId: string): Promise<void> {
    return this.#engine.disconnect(networkId, containerId);
  }

  async images(): ReturnType<Engine['images']> {
    const { all, used } = await this.#engine.images();
    return { all: all.map((image) => this.#named(image)), used };
  }

  openLog(...args: Parameters<Engine['openLog']>): ReturnType<Engine['openLog']> {
    return this.#engine.openLog(...args);
  }

  #named<T extends object>(shown: T): T & { readonly site?: SiteName } {
    return this.#site === undefined ? shown : { ...shown, site: this.#site };
  }
}
