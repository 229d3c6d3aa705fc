import type { EngineChange } from '../../src/domain/engine.ts';

/** What a fake engine tells of itself: nothing that a test does not have it say. */
export class EngineNews {
  readonly #untold: (EngineChange | Error)[] = [];
  #listener: (() => void) | undefined;
  /** How often somebody began to listen. */
  listened = 0;

  tell(...changes: readonly EngineChange[]): void {
    this.#untold.push(...changes);
    this.#listener?.();
  }

  /** It is not heard any more; what it tells from now on is for who listens anew. */
  breakOff(error: Error): void {
    this.#untold.push(error);
    this.#listener?.();
  }

  async *listen(signal: AbortSignal, onHeard: () => void): AsyncGenerator<EngineChange> {
    this.listened += 1;
    onHeard();
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    while (!signal.aborted) {
      const news = this.#untold.shift();
      if (news instanceof Error) throw news;
      if (news !== undefined) yield news;
      else
        await Promise.race([
          aborted,
          new Promise<void>((resolve) => {
            this.#listener = resolve;
          }),
        ]);
    }
  }
}
