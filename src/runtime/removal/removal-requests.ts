import type { Engine, KindOnEngine, RemoveOptions, SiteName } from '../../domain/engine.ts';
import { type HostKind, isHostKind, kindOf } from '../../domain/kinds/kinds.ts';
import type { Clock, HostLeftovers } from '../../domain/ports.ts';
import type { AtSite } from '../../domain/site.ts';
import { type Member, type MemberOf, memberKey, type Topology } from '../../domain/topology/topology.ts';
import type { AgentState } from '../agent-state.ts';
import { retryEngine, unlessAborted } from '../engine-retry.ts';
import type { Stops } from '../stopping/stops.ts';
import type { Efforts } from './efforts.ts';
import { RemovalPlaces } from './removal-places.ts';

export interface RemovalRequestsOptions {
  readonly engine: Engine;
  readonly leftovers: HostLeftovers;
  readonly state: AgentState;
  readonly efforts: Efforts;
  readonly stops: Pick<Stops, 'settled'>;
  readonly clock: Clock;
  /** Removals of an engine under way at once. */
  readonly concurrency: number;
}

/** How to remove a member. */
export interface RemovalManner {
  /** Kills and removes a container that runs. */
  readonly insists?: boolean;
  /** Runs once, before the first request. */
  readonly prepare?: () => Promise<unknown>;
  /** Returns, before each request, its further options. */
  readonly options?: () => Promise<RemoveOptions>;
}

const isOnHost = (member: Member): member is MemberOf<HostKind> => isHostKind(member.kind);

/**
 * Asks the engine to remove members, a limited number at once, with retries, and by force when forced; and the host,
 * whose answer is final.
 */
export class RemovalRequests {
  readonly #options: RemovalRequestsOptions;
  /** By engine: one that hangs takes no place of another. */
  readonly #places = new Map<SiteName | undefined, RemovalPlaces>();
  #atOnce: number;
  #force = new AbortController();

  constructor(options: RemovalRequestsOptions) {
    this.#options = options;
    this.#atOnce = options.concurrency;
  }

  /** Sets how many removals of an engine run at once from now on; those under way go on. */
  pace(atOnce: number): void {
    this.#atOnce = atOnce;
    for (const places of this.#places.values()) places.pace(atOnce);
  }

  /** From now on, removes containers without waiting for their stop, until the returned object is disposed of. */
  force(): Disposable {
    const force = this.#force;
    force.abort();
    return {
      [Symbol.dispose]: () => {
        if (this.#force === force) this.#force = new AbortController();
      },
    };
  }

  get isForced(): boolean {
    return this.#force.signal.aborted;
  }

  /** Resolves as the promise does, or when containers no longer wait for their stop. */
  async unlessForced(promise: Promise<unknown>, signal: AbortSignal): Promise<void> {
    const forced = this.#force.signal;
    try {
      await unlessAborted(promise, AbortSignal.any([signal, forced]));
    } catch (error) {
      if (!forced.aborted || signal.aborted) throw error;
    }
  }

  /** Resolves when no stop of these members is under way any more, or nothing waits for them any more. */
  async untilExited(holders: readonly Member[], signal: AbortSignal): Promise<void> {
    const { stops } = this.#options;
    if (holders.length === 0) return;
    await this.unlessForced(Promise.all(holders.map(({ id }) => stops.settled(id))), signal);
  }

  /**
   * Resolves when the member is gone.
   * @throws EngineError or HostError; the signal's reason if the signal fired before an answer
   */
  async ask(
    topology: Topology,
    member: Member,
    signal: AbortSignal,
    manner: RemovalManner = {},
  ): Promise<void> {
    if (isOnHost(member)) await this.#askHost(topology, member, signal);
    else await this.#askEngine(topology, member as MemberOf<KindOnEngine>, signal, manner);
  }

  async #askHost(topology: Topology, member: MemberOf<HostKind>, signal: AbortSignal): Promise<void> {
    await this.#placesOf(member).ofKind(member.kind, () => {
      signal.throwIfAborted();
      this.#begin(topology, member);
      return unlessAborted(this.#options.leftovers.remove(member, signal), signal);
    });
  }

  async #askEngine(
    topology: Topology,
    member: MemberOf<KindOnEngine>,
    signal: AbortSignal,
    { insists = false, prepare, options }: RemovalManner,
  ): Promise<void> {
    const { engine, efforts } = this.#options;
    let hasBegun = false;
    const attempt = async () => {
      signal.throwIfAborted();
      if (!hasBegun) {
        hasBegun = true;
        await prepare?.();
        this.#begin(topology, member);
      }
      const wanted = await options?.();
      efforts.asked(topology, member, 'removal');
      await engine.at(member.site).remove(member.kind, member.id, insists || this.isForced, wanted);
    };
    const places = this.#placesOf(member);
    const ask = () =>
      retryEngine(
        () => places.ofAll(member.kind, attempt),
        signal,
        (error) => efforts.said(topology, member, 'removal', error),
      );
    // A member of a kind that goes in order also keeps its place during retries.
    await (kindOf(member.kind).goesInOrder ? places.ofKind(member.kind, ask) : ask());
  }

  #placesOf({ site }: AtSite): RemovalPlaces {
    const known = this.#places.get(site);
    if (known !== undefined) return known;
    const { clock, concurrency } = this.#options;
    const places = new RemovalPlaces({ clock, concurrency });
    places.pace(this.#atOnce);
    this.#places.set(site, places);
    return places;
  }

  #begin({ id }: Topology, member: Member): void {
    const { state, clock } = this.#options;
    state.record({ type: 'removing', at: clock.now(), topology: id, member: memberKey(member) });
  }
}
