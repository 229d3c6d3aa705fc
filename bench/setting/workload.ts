import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PQueue from 'p-queue';
import { interrupted, onInterruption } from '../../scripts/interruption.ts';
import type { BareEngine } from './bare-engine.ts';
import { type BuiltTopology, READY, SCRIPTS, type TopologyShape } from './topology-shape.ts';

const LOOK_MS = 10;
const BUILT_AT_ONCE = 4;
const REMOVED_AT_ONCE = 8;
/** Of a container that is removed already, or is just being removed. */
const GONE = [404, 409];

/** Topologies of containers; what is left of them goes, by id, when it is disposed of or the process is told to end. */
export class Workload implements AsyncDisposable {
  readonly #engine: BareEngine;
  readonly #image: string;
  readonly #made = { containers: new Set<string>(), networks: new Set<string>() };
  #clearing: Promise<void> | undefined;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #interruption = onInterruption(() => this.clear());

  constructor(engine: BareEngine, image: string) {
    this.#engine = engine;
    this.#image = image;
  }

  /** Builds a topology as a test would, one part after the other; its containers run when it resolves. */
  async build(shape: TopologyShape): Promise<BuiltTopology> {
    const building = this.#build(shape);
    this.#underWay.add(building);
    try {
      return await building;
    } finally {
      this.#underWay.delete(building);
    }
  }

  async #build({ containers, bridges, behaviour, grace }: TopologyShape): Promise<BuiltTopology> {
    const networks = bridges === 'one' ? [await this.network()] : [];
    const ids: string[] = [];
    for (let at = 0; at < containers; at++) {
      if (bridges === 'each') networks.push(await this.network());
      const NetworkMode = networks.at(-1) ?? 'none';
      ids.push(
        await this.#container({
          Cmd: ['sh', '-c', SCRIPTS[behaviour]],
          HostConfig: { NetworkMode },
          ...(grace !== undefined && { StopTimeout: grace }),
        }),
      );
    }
    return { containers: ids, networks };
  }

  /** Builds several, and resolves once each container can be stopped, or has ended, as it is meant to. */
  async buildAll(count: number, shape: TopologyShape): Promise<BuiltTopology[]> {
    const places = new PQueue({ concurrency: BUILT_AT_ONCE });
    const builds = Array.from({ length: count }, () => places.add(() => this.build(shape)));
    const built = await Promise.all(builds).catch((error) => {
      places.clear();
      throw error;
    });
    for (const id of built.flatMap(({ containers }) => containers)) {
      await this.#untilReady(id);
      if (shape.behaviour === 'short-lived') await this.#engine.ask('POST', `/containers/${id}/wait`);
    }
    return built;
  }

  /** Takes over what another has built, and resolves once each container can be stopped. */
  async adopt({ containers, networks }: BuiltTopology): Promise<void> {
    for (const id of containers) this.#made.containers.add(id);
    for (const id of networks) this.#made.networks.add(id);
    for (const id of containers) await this.#untilReady(id);
  }

  /** Removes what is still there; who clears while that is under way joins. */
  clear(): Promise<void> {
    this.#clearing ??= this.#clear().finally(() => {
      this.#clearing = undefined;
    });
    return this.#clearing;
  }

  async #clear(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    const places = new PQueue({ concurrency: REMOVED_AT_ONCE });
    const { containers, networks } = this.#made;
    await Promise.all([...containers].map((id) => places.add(() => this.#removeContainer(id))));
    for (const id of [...networks]) {
      await this.#engine.ask('DELETE', `/networks/${id}`, undefined, [404]);
      networks.delete(id);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    using _interruption = this.#interruption;
    await this.clear();
  }

  /** Makes a bridge. @returns its id */
  async network(): Promise<string> {
    interrupted.throwIfAborted();
    const Name = `tgc-bench-${randomUUID()}`;
    const { Id } = await this.#engine.json<{ Id: string }>('POST', '/networks/create', { Name });
    this.#made.networks.add(Id);
    return Id;
  }

  async #container(configuration: object): Promise<string> {
    interrupted.throwIfAborted();
    const { Id } = await this.#engine.json<{ Id: string }>('POST', '/containers/create', {
      Image: this.#image,
      ...configuration,
    });
    this.#made.containers.add(Id);
    await this.#engine.ask('POST', `/containers/${Id}/start`);
    return Id;
  }

  /** A shell that has not set its trap yet would sit out the grace. */
  async #untilReady(id: string): Promise<void> {
    for (;;) {
      const { body } = await this.#engine.ask('GET', `/containers/${id}/logs?stdout=1`);
      if (body.includes(READY)) return;
      await sleep(LOOK_MS);
    }
  }

  async #removeContainer(id: string): Promise<void> {
    await this.#engine.ask('DELETE', `/containers/${id}?force=1&v=1`, undefined, GONE);
    this.#made.containers.delete(id);
  }
}
