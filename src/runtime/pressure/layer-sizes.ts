import PQueue from 'p-queue';
import type { Engine } from '../../domain/engine.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import { isDone, type MemberOf, membersOf, type Topology } from '../../domain/topology/topology.ts';

interface LayerSizesOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly log: Log;
}

/** The engine reads every file of a layer to get its size, so the agent asks for few at once, and not for long. */
const AT_ONCE = 2;
const DEADLINE_MS = 2_000;

/** The sizes of containers' writable layers; the agent asks for them only while the disk is short. */
export class LayerSizes {
  readonly #options: LayerSizesOptions;
  /** Sizes of stopped containers, which write no more. */
  readonly #known = new Map<string, number>();

  constructor(options: LayerSizesOptions) {
    this.#options = options;
  }

  /** Container ids with bytes: what the engine tells within two seconds, the oldest containers first. Never rejects. */
  async of(pending: readonly Topology[]): Promise<ReadonlyMap<string, number>> {
    const containers = pending
      .flatMap((topology) => membersOf(topology, 'container'))
      .filter((each) => !isDone(each));
    this.#forgetAllBut(new Set(containers.map(({ id }) => id)));
    const sizes = new Map(this.#known);
    const over = new AbortController();
    const looks = new PQueue({ concurrency: AT_ONCE });
    const asked = containers
      .filter(({ id }) => !sizes.has(id))
      .map((container) =>
        looks.add(async () => {
          const { id, stoppedAt } = container;
          if (over.signal.aborted) return;
          const bytes = await this.#ask(container);
          if (bytes === undefined) return;
          sizes.set(id, bytes);
          if (stoppedAt !== undefined) this.#known.set(id, bytes);
        }),
      );
    await Promise.race([Promise.all(asked), this.#options.clock.sleep(DEADLINE_MS, over.signal)]);
    over.abort();
    return new Map(sizes);
  }

  async #ask({ id, name, site }: MemberOf<'container'>): Promise<number | undefined> {
    const { engine, log } = this.#options;
    try {
      return await engine.at(site).layerBytes(id);
    } catch (error) {
      log.warn(`the size of container ${name} is not known`, { error });
      return undefined;
    }
  }

  #forgetAllBut(ids: ReadonlySet<string>): void {
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
  }
}
