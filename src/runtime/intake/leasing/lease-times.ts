import type { Clock } from '../../../domain/ports.ts';
import type { Lease } from '../../../domain/topology/lease.ts';
import type { TopologyId } from '../../../domain/topology/topology.ts';

/** If the last look is longer ago than this, in ms, this process was stopped meanwhile. */
export const STOPPED_MS = 1000;

/**
 * The times to live of leases, by the agent's own clock: nobody ends a lease by setting the host's clock. Time in which no
 * request could come does not count.
 */
export class LeaseTimes {
  readonly #clock: Clock;
  /** When each is over, in ms since the epoch. */
  readonly #ends = new Map<TopologyId, number>();
  /** How many requests that name a lease are under way. */
  readonly #renewing = new Map<TopologyId, number>();
  /** When this process last looked, in ms since the epoch. */
  #awakeAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#awakeAt = clock.now();
  }

  /** Notes that a request names a lease, which does not run out until the returned object is disposed of. */
  renewing(id: TopologyId | undefined): Disposable {
    const add = (more: number): void => {
      if (id === undefined) return;
      const requests = (this.#renewing.get(id) ?? 0) + more;
      if (requests > 0) this.#renewing.set(id, requests);
      else this.#renewing.delete(id);
    };
    add(1);
    return { [Symbol.dispose]: () => add(-1) };
  }

  /** Begins the time of a lease that a request has named; a lease without a time to live has none. */
  begin({ id, ttl }: Lease): void {
    this.look();
    if (ttl === undefined) this.#ends.delete(id);
    else this.#ends.set(id, this.#clock.now() + ttl.ms);
  }

  /** When a lease ends unless a request names it, in ms since the epoch; `undefined` without a time to live. */
  endOf({ id, ttl }: Lease): number | undefined {
    if (ttl === undefined) return undefined;
    const known = this.#ends.get(id);
    if (known !== undefined) return known;
    // An earlier agent took it. No request could come since that died, and the host's clock may have been set since.
    const end = this.#clock.now() + ttl.ms;
    this.#ends.set(id, end);
    return end;
  }

  /** Whether a lease has time left. */
  lasts(lease: Lease): boolean {
    const end = this.endOf(lease);
    return end !== undefined && (this.#renewing.has(lease.id) || this.#clock.now() < end);
  }

  /** Has to be called again and again: if this process was stopped since the last time, all leases last so much longer. */
  look(): void {
    const now = this.#clock.now();
    const sleptMs = now - this.#awakeAt;
    this.#awakeAt = now;
    if (sleptMs > STOPPED_MS) for (const [id, end] of this.#ends) this.#ends.set(id, end + sleptMs);
  }

  forget(id: TopologyId): void {
    this.#ends.delete(id);
  }

  /** The leases whose end is known. */
  get ids(): Iterable<TopologyId> {
    return this.#ends.keys();
  }
}
