import type { EngineMemberOf } from '../../src/domain/engine.ts';
import type { Needs, Reach } from '../../src/domain/kinds/container-needs.ts';
import type { MountBelow } from '../../src/domain/kinds/mount-below.ts';
import type { Clock } from '../../src/domain/ports.ts';
import type { Hearing } from '../../src/domain/stopping/deafness.ts';

export interface ContainerOptions {
  readonly labels?: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly createdAt?: string;
  /** Between the signal and its exit, in ms, 100 unless said otherwise; beyond its grace it is killed. */
  readonly stopMs?: number;
  readonly graceMs?: number;
  /** It has a restart policy, which revives it for as long as it is on. */
  readonly restarts?: boolean;
  readonly autoRemove?: boolean;
  /** Names of networks and volumes. */
  readonly networks?: readonly string[];
  readonly volumes?: readonly string[];
  /** Those of its volumes that the engine removes with it. */
  readonly ownVolumes?: readonly string[];
  readonly below?: readonly MountBelow[];
  readonly needs?: Needs;
  readonly reach?: Reach;
  readonly running?: boolean;
  /** The engine keeps its endpoints when it has exited, until it is removed or disconnected. */
  readonly lingers?: boolean;
  /** The name of the image that it was made from. */
  readonly image?: string;
  /** What its writable layer holds, 0 unless said otherwise. */
  readonly layerBytes?: number;
  /** Of its first process. */
  readonly pid?: number;
  /** What a look at its first process tells, or one look after the other does; it hears unless said otherwise. */
  readonly hearing?: Hearing | readonly [Hearing, ...Hearing[]];
}

/** A container in memory. */
export class FakeContainer {
  readonly member: EngineMemberOf<'container'>;
  readonly options: ContainerOptions;
  /** Ids of the networks in which it has an endpoint. */
  readonly endpoints = new Set<string>();
  readonly #clock: Clock;
  #isRunning = false;
  #looks = 0;
  #hasPolicy: boolean;
  #killed = Promise.withResolvers<void>();

  constructor(member: EngineMemberOf<'container'>, options: ContainerOptions, clock: Clock) {
    this.member = member;
    this.options = options;
    this.#clock = clock;
    this.#hasPolicy = options.restarts ?? false;
    if (options.running ?? true) this.start();
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** The last that was said holds on. */
  look(): Hearing {
    const { hearing = 'hears' } = this.options;
    const told = [hearing].flat();
    this.#looks += 1;
    return told[Math.min(this.#looks, told.length) - 1] ?? 'hears';
  }

  start(): void {
    this.#isRunning = true;
    this.#killed = Promise.withResolvers();
    for (const network of this.member.networks ?? []) this.endpoints.add(network);
  }

  disableRestart(): void {
    this.#hasPolicy = false;
  }

  kill(): void {
    this.#killed.resolve();
  }

  /** Resolves when it has exited. */
  async stop(graceMs: number): Promise<void> {
    if (!this.#isRunning) return;
    const exited = this.#clock.sleep(Math.min(this.options.stopMs ?? 100, graceMs));
    await Promise.race([exited, this.#killed.promise]);
    this.#isRunning = false;
    if (this.#hasPolicy) this.start();
    else if (!this.options.lingers) this.endpoints.clear();
  }
}
