import { EngineError, type EngineIdentity } from '../../../domain/engine.ts';

/** Identifies an engine: before 23.0 all engines of a host share one id, and differ by the root of their data. */
export type PinnedIdentity = Pick<EngineIdentity, 'id' | 'dataRoot'>;

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
    const { id, dataRoot, host } = await this.#identify();
    if (id === wanted.id && dataRoot === wanted.dataRoot) return;
    const [theirs, ours] = [`${id} (${dataRoot})`, `${wanted.id} (${wanted.dataRoot})`];
    throw new OtherEngine(`the engine at ${host} is ${theirs}; the session worked on ${ours}`);
  }
}
