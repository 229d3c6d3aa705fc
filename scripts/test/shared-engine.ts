import { ENGINE_VARIABLE, type EngineName } from '../engine/engine-names.ts';
import { acquireEngine, type TestEngine } from '../engine.ts';

/** One engine for all parts that need one, acquired when the first of them begins. */
export class SharedEngine implements AsyncDisposable {
  readonly #name: EngineName | undefined;
  #acquisition: Promise<TestEngine> | undefined;

  /** @param name a private one of that version, whatever the environment says */
  constructor(name?: EngineName) {
    this.#name = name;
  }

  /** What tells tests of it. */
  async environment(): Promise<Record<string, string>> {
    this.#acquisition ??= acquireEngine(this.#name === undefined ? {} : { name: this.#name });
    const { host, image } = await this.#acquisition;
    return {
      DOCKER_HOST: host,
      TOPO_GC_TEST_IMAGE: image,
      ...(this.#name !== undefined && { [ENGINE_VARIABLE]: this.#name }),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const engine = await this.#acquisition?.catch(() => undefined);
    await engine?.[Symbol.asyncDispose]();
  }
}
