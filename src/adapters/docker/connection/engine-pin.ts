import { EngineError, type EngineIdentity } from '../../../domain/engine.ts';

/** Which engine it is: before 23.0 all engines of a host have one id, and differ by the root of their data. */
export type PinnedIdentity = Pick<EngineIdentity, 'id' | 'dataRoot'>;

/** Another engine has come to the address of the one that is meant. */
export class OtherEngine extends EngineError {
  constructor(message: string) {
    super('rejected', message);
  }
}

/** Makes sure that no other engine is asked for anything that has come to the address of the one that is meant. */
export class EnginePin {
  readonly #wanted: PinnedIdentity;
  readonly #identify: () => Promise<EngineIdentity>;
  #confirmation: Promise<void> | undefined;

  constructor(wanted: PinnedIdentity, identify: () => Promise<EngineIdentity>) {
    this.#wanted = wanted;
    this.#identify = identify;
  }

  /** Asks who answers, until it is the one. @throws OtherEngine; EngineError where it does not answer as expected */
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
