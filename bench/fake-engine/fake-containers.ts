import { randomBytes } from 'node:crypto';

export interface FakeContainer {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  isRunning: boolean;
}

export type ContainerAction = 'create' | 'start' | 'kill' | 'die' | 'stop' | 'destroy';

type Listener = (action: ContainerAction, container: FakeContainer) => void;

/** Containers that obey at once, and are not on any network. */
export class FakeContainers {
  readonly #byId = new Map<string, FakeContainer>();
  readonly #listeners = new Set<Listener>();
  #made = 0;
  #running = 0;

  get running(): number {
    return this.#running;
  }

  all(): Iterable<FakeContainer> {
    return this.#byId.values();
  }

  find(id: string): FakeContainer | undefined {
    return this.#byId.get(id);
  }

  /** Makes that many and starts them. @returns their ids */
  make(count: number): string[] {
    return Array.from({ length: count }, () => this.#makeOne());
  }

  #makeOne(): string {
    const id = randomBytes(32).toString('hex');
    this.#made += 1;
    const container = { id, name: `fake-${this.#made}`, createdAt: new Date(), isRunning: true };
    this.#byId.set(id, container);
    this.#running += 1;
    this.#tell(container, 'create', 'start');
    return id;
  }

  /** @returns whether it ran */
  stop(container: FakeContainer): boolean {
    if (!container.isRunning) return false;
    container.isRunning = false;
    this.#running -= 1;
    this.#tell(container, 'kill', 'die', 'stop');
    return true;
  }

  remove(container: FakeContainer): void {
    this.#byId.delete(container.id);
    this.#tell(container, 'destroy');
  }

  /** Calls back with all that happens from now on, until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(container: FakeContainer, ...actions: readonly ContainerAction[]): void {
    for (const action of actions) for (const listener of this.#listeners) listener(action, container);
  }
}
