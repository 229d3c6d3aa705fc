/** Who waits to hear that the engine has sent a container a signal. */
export class SignalsHeard {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** The engine has told of a signal to that container. */
  note(container: string): void {
    for (const tell of this.#waiting.get(container) ?? []) tell();
  }

  /** Resolves with the next signal to a container that the engine tells of: with `true`, or with `false` when `over` fires before. */
  next(container: string, over: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(container) ?? new Set();
      const end = (isHeard: boolean) => {
        waiting.delete(tell);
        if (waiting.size === 0) this.#waiting.delete(container);
        over.removeEventListener('abort', leave);
        resolve(isHeard);
      };
      const tell = () => end(true);
      const leave = () => end(false);
      this.#waiting.set(container, waiting.add(tell));
      over.addEventListener('abort', leave, { once: true });
      if (over.aborted) leave();
    });
  }
}
