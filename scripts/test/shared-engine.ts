import { acquireEngine, type TestEngine } from '../engine.ts';

/** One engine for all parts that need one, acquired when the first of them begins. */
export class SharedEngine implements AsyncDisposable {
  #acquisition: Promise<TestEngine> | undefined;

  /** What tells tests of it. */
  async environment(): Promise<Record<string, string>> {
    this.#acquisition ??= acquireEngine();
    const { host, image } = await this.#acquisition;
    return { DOCKER_HOST: host, TOPO_GC_TEST_IMAGE: image };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const engine = await this.#acquisition?.catch(() => undefined);
    await engine?.[Symbol.asyncDispose]();
  }
}
