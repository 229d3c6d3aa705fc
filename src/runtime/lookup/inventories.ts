import { type Engine, EngineError, type EngineMember, type SiteName } from '../../domain/engine.ts';
import type { EngineKind } from '../../domain/kinds/kinds.ts';
import type { Clock, Log } from '../../domain/ports.ts';
import type { AtSite, Sites } from '../../domain/site.ts';
import { Inventory } from './inventory.ts';
import type { MemberSource } from './resolve.ts';

interface InventoriesOptions {
  readonly engine: Engine;
  readonly sites: Sites;
  readonly clock: Clock;
  readonly log: Log;
  /** Called with a volume's name when the volume is gone. */
  readonly onVolumeGone: (name: string, at: AtSite) => void;
  /** Called with a container's id when an engine has sent it a signal. */
  readonly onSignalled: (id: string) => void;
}

/** An inventory of each engine: one that is not heard keeps no other from being heard. */
export class Inventories implements MemberSource {
  readonly #bySite: ReadonlyMap<SiteName | undefined, Inventory>;
  readonly #first: Inventory;

  constructor({ engine, sites, clock, log, onVolumeGone, onSignalled }: InventoriesOptions) {
    const inventoryOf = (site: SiteName | undefined) =>
      new Inventory({
        engine: engine.at(site),
        site,
        clock,
        log,
        onVolumeGone: (name) => onVolumeGone(name, { site }),
        onSignalled,
      });
    const [first, ...others] = sites;
    this.#first = inventoryOf(first.name);
    this.#bySite = new Map([
      [first.name, this.#first],
      ...others.map(({ name }) => [name, inventoryOf(name)] as const),
    ]);
  }

  /** Listens to all engines until the signal fires; never rejects. */
  async watch(signal: AbortSignal): Promise<void> {
    await Promise.all([...this.#bySite.values()].map((inventory) => inventory.watch(signal)));
  }

  /** Whether the agent has listened to a member's engine all the time since then, in ms since the epoch. */
  hasHeardSince(at: number, { site }: AtSite): boolean {
    return this.#at(site).hasHeardSince(at);
  }

  /** Resolves when the first attempt to listen to a member's engine has an outcome; at once if there was none. */
  firstHeard({ site }: AtSite): Promise<void> {
    return this.#at(site).firstHeard();
  }

  at(site: SiteName | undefined): MemberSource {
    return this.#at(site);
  }

  find(kind: EngineKind, ref: string): Promise<EngineMember | undefined> {
    return this.#first.find(kind, ref);
  }

  listLabelled(label: string, kinds?: readonly EngineKind[]): Promise<EngineMember[]> {
    return this.#first.listLabelled(label, kinds);
  }

  #at(site: SiteName | undefined): Inventory {
    const inventory = site === undefined ? this.#first : this.#bySite.get(site);
    if (inventory === undefined) throw new EngineError('rejected', `the session has no engine ${site}`);
    return inventory;
  }
}
