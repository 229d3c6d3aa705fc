const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Listener = (signal: NodeJS.Signals) => void;

/** The signals that ask this process to end: none does so by itself, what has been started is drained first. */
export class Interruptions implements Disposable {
  /** In the order in which they came. */
  readonly signals: NodeJS.Signals[] = [];
  readonly #listeners = new Set<Listener>();

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.#take);
  }

  /** Calls back for each from now on, until what is returned is disposed of. */
  listen(listener: Listener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** Resolves once there was one. */
  async first(): Promise<void> {
    if (this.signals.length > 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    using _ = this.listen(() => resolve());
    await promise;
  }

  [Symbol.dispose](): void {
    for (const signal of SIGNALS) process.off(signal, this.#take);
  }

  readonly #take = (signal: NodeJS.Signals): void => {
    this.signals.push(signal);
    for (const listener of this.#listeners) listener(signal);
  };
}
