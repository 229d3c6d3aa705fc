import PQueue from 'p-queue';
import type { EngineMember } from '../src/domain/engine.ts';
import type { EngineKind } from '../src/domain/kinds/kinds.ts';
import { FakeEngine } from '../test/fakes/fake-engine.ts';
import { COSTS, GRACE_MS, MOST_NETWORKS } from './costs.ts';
import type { Machine } from './machine.ts';
import type { VirtualClock } from './virtual-clock.ts';

interface ContainerPlan {
  readonly networks: readonly string[];
  readonly stopMs: number;
  readonly isDeaf: boolean;
  readonly files: number;
  readonly memoryBytes: number;
}

/** An engine that takes the time and the CPU of a real one. */
export class SimulatedEngine extends FakeEngine {
  readonly #clock: VirtualClock;
  readonly #machine: Machine;
  readonly #files = new Map<string, number>();
  /** The engine works at one network at a time. */
  readonly #networks = new PQueue({ concurrency: 1 });

  constructor(clock: VirtualClock, machine: Machine) {
    super(clock);
    this.#clock = clock;
    this.#machine = machine;
  }

  /** @returns false where no address is left for it */
  createNetwork(name: string): Promise<boolean> {
    return this.#networks.add(async () => {
      if (this.world.ids('network').size >= MOST_NETWORKS) return false;
      await this.#machine.cores.work(COSTS.networkCreation);
      this.world.network(name);
      return true;
    });
  }

  /** @returns its id, or nothing where there is no memory for it */
  async createContainer(name: string, plan: ContainerPlan): Promise<string | undefined> {
    const { networks, stopMs, isDeaf, files, memoryBytes } = plan;
    await this.#machine.cores.work(COSTS.creation);
    const hearing = isDeaf ? 'deaf' : 'hears';
    const { id } = this.world.container(name, { networks, stopMs, hearing, graceMs: GRACE_MS });
    this.#files.set(id, files);
    return this.#machine.allocate(id, memoryBytes) ? id : undefined;
  }

  override async find(kind: EngineKind, ref: string): Promise<EngineMember | undefined> {
    await this.#clock.sleep(COSTS.find);
    return super.find(kind, ref);
  }

  override async stop(id: string, graceMs: number, override: boolean): Promise<'stopped' | 'absent'> {
    const outcome = await super.stop(id, graceMs, override);
    this.#machine.freeMemory(id);
    await this.#machine.cores.work(COSTS.stop);
    return outcome;
  }

  override async remove(kind: EngineKind, id: string, force: boolean): Promise<void> {
    this.world.checkRemovable(kind, id, force);
    if (kind === 'network') await this.#networks.add(() => this.#machine.cores.work(COSTS.networkRemoval));
    else await this.#machine.cores.work(COSTS.removal + COSTS.file * (this.#files.get(id) ?? 0));
    this.world.delete(kind, id);
    this.#machine.freeDisk(id);
  }

  override async layerBytes(id: string): Promise<number | undefined> {
    await this.#machine.cores.work(COSTS.file * (this.#files.get(id) ?? 0));
    return this.#machine.written(id);
  }
}
