import {
  type Engine,
  EngineError,
  type EngineMember,
  NoManager,
  type SiteName,
} from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import { type Sites, SitesLost, titleOf } from '../../domain/site.ts';
import { EngineAt } from './engine-at.ts';

type Images = Awaited<ReturnType<Engine['images']>>;

/** The engine of a session: its only engine unchanged, or all of its engines as one. */
export const engineOf = (sites: Sites): Engine =>
  sites.length === 1 ? sites[0].engine : new EngineOfSites(sites);

/**
 * Several engines as one. A question about one thing goes to the engine `at` its site, or to the first if no site is
 * named. A list joins the answers of all. If some do not answer, SitesLost holds the answers of the others. Changes are
 * heard `at` each engine, as one that is silent must not silence the others.
 */
export class EngineOfSites extends EngineAt {
  readonly #first: EngineAt;
  /** By their names in messages. */
  readonly #engines: ReadonlyMap<string, EngineAt>;

  constructor(sites: Sites) {
    super(sites[0].name, sites[0].engine);
    const [first, ...others] = sites.map(
      (site) => [titleOf(site), new EngineAt(site.name, site.engine)] as const,
    );
    if (first === undefined) throw new Error('a session has an engine');
    this.#first = first[1];
    this.#engines = new Map([first, ...others]);
  }

  /** @throws EngineError if the session has no engine of that name */
  override at(site?: SiteName): Engine {
    if (site === undefined) return this.#first;
    const engine = this.#engines.get(site);
    if (engine === undefined) throw new EngineError('rejected', `the session has no engine ${site}`);
    return engine;
  }

  override listLabelled(label: string, kinds?: readonly EngineKind[]): Promise<EngineMember[]> {
    return this.#all(
      (engine) => engine.listLabelled(label, kinds),
      (lists) => lists.flat(),
    );
  }

  override list(): Promise<EngineMember[]> {
    return this.#all(
      (engine) => engine.list(),
      (lists) => lists.flat(),
    );
  }

  override countBridges(): Promise<number> {
    return this.#all(
      (engine) => engine.countBridges(),
      (counts) => counts.reduce((sum, count) => sum + count, 0),
    );
  }

  /** An image counts as used if any of the engines uses it. */
  override images(): Promise<Images> {
    return this.#all(
      (engine) => engine.images(),
      (told) => ({
        all: told.flatMap(({ all }) => all),
        used: new Set(told.flatMap(({ used }) => [...used])),
      }),
    );
  }

  async #all<T>(ask: (engine: EngineAt) => Promise<T>, join: (answers: readonly T[]) => T): Promise<T> {
    const asked = [...this.#engines];
    const settled = await Promise.allSettled(asked.map(([, engine]) => ask(engine)));
    const answers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const all = settled.flatMap((each, at) =>
      each.status === 'rejected' ? [{ name: asked[at]?.[0], error: each.reason as unknown }] : [],
    );
    // Of the nodes of one Swarm, a manager has answered.
    const failures = answers.length > 0 ? all.filter(({ error }) => !(error instanceof NoManager)) : all;
    const [first] = failures;
    if (first === undefined) return join(answers);
    if (answers.length === 0 || !(first.error instanceof EngineError)) throw first.error;
    const told = failures.map(({ name, error }) => `${name}: ${(error as Error).message}`).join('; ');
    throw new SitesLost(join(answers), told, first.error);
  }
}
