import { deferred } from '../../domain/deferred.ts';
import { EngineError, UnclearRef } from '../../domain/engine.ts';
import { describeError } from '../../domain/errors.ts';
import type { Clock } from '../../domain/ports.ts';
import { SitesLost } from '../../domain/site.ts';

/**
 * After the engine's last answer, the look-ups wait this long for the next one, in ms, then give up the rest: a client
 * waits 2 s for its whole answer.
 */
export const QUIET_MS = 1_000;

/** A look-up that failed, and why. */
export class Unanswered<T = never> {
  readonly error: string;
  /** The answers of some engines, if others have not answered. */
  readonly answer: T | undefined;

  constructor(error: string, answer?: T) {
    this.error = error;
    this.answer = answer;
  }
}

/** The look-ups of one submission: each fails alone, unless all fail. */
export class LookUps implements Disposable {
  readonly #clock: Clock | undefined;
  readonly #over = new AbortController();
  readonly #givenUp = deferred<Unanswered>();
  #answers = 0;
  #open = 0;
  #first: EngineError | undefined;

  /** @param clock absent to wait for each answer without a limit */
  constructor(clock?: Clock) {
    this.#clock = clock;
  }

  /** Never rejects with an EngineError. */
  async run<T>(look: () => Promise<T>): Promise<T | Unanswered<T>> {
    this.#open += 1;
    try {
      const answer = await Promise.race([this.#ask(look), this.#givenUp.promise]);
      return answer;
    } finally {
      this.#open -= 1;
    }
  }

  /** @throws EngineError the first failure, if the engine has answered nothing at all */
  checkAnswered(): void {
    if (this.#answers === 0 && this.#first !== undefined) throw this.#first;
  }

  [Symbol.dispose](): void {
    this.#over.abort();
  }

  async #ask<T>(look: () => Promise<T>): Promise<T | Unanswered<T>> {
    try {
      const answer = await look();
      this.#answers += 1;
      this.#listen();
      return answer;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (error instanceof SitesLost) {
        this.#answers += 1;
        return new Unanswered(describeError(error), error.answer as T);
      }
      if (error instanceof UnclearRef) {
        this.#answers += 1;
        this.#listen();
      } else this.#first ??= error;
      return new Unanswered(describeError(error));
    }
  }

  /** Restarts with each answer. */
  #listen(): void {
    const [clock, answers] = [this.#clock, this.#answers];
    if (clock === undefined || this.#over.signal.aborted) return;
    const giveUp = () => {
      if (this.#over.signal.aborted || answers !== this.#answers || this.#open === 0) return;
      this.#givenUp.resolve(new Unanswered(`the engine has answered nothing for ${QUIET_MS / 1000} s`));
    };
    clock.sleep(QUIET_MS, this.#over.signal).then(giveUp, () => {});
  }
}
