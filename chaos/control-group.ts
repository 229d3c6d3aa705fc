import { EngineObjects } from '../test/support/engine-objects.ts';
import type { RestartableEngine } from './restartable-engine.ts';

const CONTAINERS = ['control-a', 'control-b'];

/**
 * What nobody submits: it was there before the jobs, is on the same engine, and carries a label of the same name as the
 * topologies do. Nothing of it may ever change. It goes with its engine.
 */
export class ControlGroup {
  readonly #objects: EngineObjects;
  readonly #engine: RestartableEngine;
  #before = '';

  private constructor(engine: RestartableEngine) {
    this.#engine = engine;
    this.#objects = new EngineObjects(engine);
  }

  static async start(engine: RestartableEngine): Promise<ControlGroup> {
    const group = new ControlGroup(engine);
    const labels = { chaos: 'control' };
    const network = await group.#objects.network('control', labels);
    const volume = await group.#objects.volume('control', labels);
    for (const name of CONTAINERS)
      await group.#objects.container(name, { network: network.name, volume: volume.name, labels });
    group.#before = await group.#describe();
    return group;
  }

  /** By name, as a submission has them. */
  get members() {
    const named = [this.#objects.named('control')];
    const containers = CONTAINERS.map((name) => this.#objects.named(name));
    return { containers, networks: named, volumes: named };
  }

  /** The ids of its containers and of its network, and the name of its volume. */
  has(idOrName: string): boolean {
    return this.#before.includes(`"${idOrName}"`);
  }

  /** What is different from what it was, in words; `undefined` where nothing is. */
  async difference(): Promise<string | undefined> {
    const now = await this.#describe().catch((error: Error) => error.message);
    return now === this.#before ? undefined : `the control group was ${this.#before} and is ${now}`;
  }

  async #describe(): Promise<string> {
    const { docker } = this.#engine;
    const containers = await Promise.all(CONTAINERS.map((name) => this.#objects.inspect(name)));
    const network = await docker.getNetwork(this.#objects.named('control')).inspect();
    const volume = await docker.getVolume(this.#objects.named('control')).inspect();
    return JSON.stringify({
      containers: containers.map(({ Id, State, NetworkSettings }) => [
        Id,
        State.Status,
        State.StartedAt,
        Object.values(NetworkSettings.Networks).map(({ NetworkID, IPAddress }) => [NetworkID, IPAddress]),
      ]),
      network: [network.Id, network.Created, Object.keys(network.Containers ?? {}).sort()],
      volume: [volume.Name, 'CreatedAt' in volume && volume.CreatedAt],
    });
  }
}
