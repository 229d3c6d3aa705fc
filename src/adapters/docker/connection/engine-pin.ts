import { EngineError, type EngineIdentity } from '../../../domain/engine.ts';

/** Identifies an engine: before 23.0 all engines of a host share one id, and differ by the root of their data. */
export type PinnedIdentity = Pick<EngineIdentity, 'id' | 'dataRoot' | 'host'>;

/** Another engine now has the address of the intended one. */
export class OtherEngine extends EngineError {
  constructor(message: string) {
    super('rejected', message);
  }
}

/** Makes sure that requests never go to another engine that has come to the address of the intended one. */
export class EnginePin {
  readonly #wanted: PinnedIdentity;
  readonly #identify: () => Promise<EngineIdentity>;
  #confirmation: Promise<void> | undefined;

  constructor(wanted: PinnedIdentity, identify: () => Promise<EngineIdentity>) {
    this.#wanted = wanted;
    this.#identify = identify;
  }

  /**
   * Checks which engine answers, until it is the right one. @throws OtherEngine; EngineError if it does not answer as
   * expected
   */
  async confirm(): Promise<void> {
    this.#confirmation ??= this.#check();
    try {
      await this.#confirmation;
    } catch (error) {
      this.#confirmation = undefined;
      throw error;
    }
  }

  async #check(): Promise<void> {
    const wanted = this.#wanted;
    const theirs = await this.#whoAnswers();
    const ours = `${wanted.id} (${wanted.dataRoot})`;
    if (theirs !== ours)
      throw new OtherEngine(`the engine at ${wanted.host} is ${theirs}; the session worked on ${ours}`);
  }

  /** The intended engine did say who it is: one that refuses to is another one, such as one of an older version. */
  async #whoAnswers(): Promise<string> {
    try {
      const { id, dataRoot } = await this.#identify();
      return `${id} (${dataRoot})`;
    } catch (error) {
      if (error instanceof EngineError && error.fault === 'rejected') return `another one (${error.message})`;
      throw error;
    }
  }
}
