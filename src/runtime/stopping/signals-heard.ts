/** Waits for the engine's reports of signals to containers. */
export class SignalsHeard {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Notes the engine's report of a signal to that container. */
  note(container: string): void {
    for (const tell of this.#waiting.get(container) ?? []) tell();
  }

  /**
   * Resolves with `true` at the engine's next report of a signal to the container, or with `false` if `over` fires
   * first.
   */
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
