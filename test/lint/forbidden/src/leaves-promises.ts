class Watch {
  async look(): Promise<void> {
    throw new Error('nobody hears this');
  }
}

/** What it calls through a field is asynchronous. */
export class Agent {
  readonly #works = { watch: new Watch() };

  start(): void {
    this.#works.watch.look();
  }

  stop(): void {
    void this.#works.watch.look();
  }

  listen(on: (listener: () => void) => void): void {
    on(() => this.#works.watch.look());
  }
}
