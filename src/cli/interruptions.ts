import { deferred } from '../domain/deferred.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Listener = (signal: NodeJS.Signals) => void;

/** The signals that ask this process to end. None ends it directly, because the session that it started is drained first. */
export class Interruptions implements Disposable {
  /** In the order of their arrival. */
  readonly signals: NodeJS.Signals[] = [];
  readonly #listeners = new Set<Listener>();

  constructor() {
    for (const signal of SIGNALS) process.on(signal, this.#take);
  }

  /** Calls back for each signal from now on, until the returned object is disposed of. */
  listen(listener: Listener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** Resolves once a signal has arrived. */
  async first(): Promise<void> {
    if (this.signals.length > 0) return;
    const { promise, resolve } = deferred<void>();
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
