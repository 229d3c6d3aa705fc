import type { Engine, SiteName } from '../../domain/engine.ts';
import type { ListedTask } from '../../domain/swarm.ts';

/** Tasks by their ids. */
type Listed = ReadonlyMap<string, ListedTask>;

interface AtOneSite {
  readonly ids: Set<string>;
  next?: Promise<Listed> | undefined;
  last: Promise<unknown>;
}

/**
 * Lists tasks for many services in one request: who asks while a list is under way is in the next one. A list for each service would
 * have all tasks of the Swarm in it, as often as there are services.
 */
export class SharedTaskList {
  readonly #engine: Engine;
  readonly #sites = new Map<SiteName | undefined, AtOneSite>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** At least those that are still listed, as of a list that begins now or later. @throws EngineError */
  tasks(site: SiteName | undefined, ids: readonly string[]): Promise<Listed> {
    const at = this.#sites.get(site) ?? { ids: new Set(), last: Promise.resolve() };
    this.#sites.set(site, at);
    for (const id of ids) at.ids.add(id);
    at.next ??= this.#list(site, at);
    return at.next;
  }

  async #list(site: SiteName | undefined, at: AtOneSite): Promise<Listed> {
    // A list that failed has told those who asked for it.
    await at.last.catch(() => {});
    const tasks = [...at.ids];
    at.ids.clear();
    at.next = undefined;
    const list = this.#engine.at(site).tasks({ tasks });
    at.last = list;
    return new Map((await list).map((task) => [task.id, task]));
  }
}
