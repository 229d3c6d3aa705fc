import { type HostMoment, hostMoment } from '../../domain/moment.ts';
import type { Clock, Processes } from '../../domain/ports.ts';
import type { Lease } from '../../domain/topology/lease.ts';
import type { TopologyId } from '../../domain/topology/topology.ts';

interface LeaseClientsOptions {
  readonly processes: Processes;
  readonly clock: Clock;
  /** When the agent before this one was last alive. */
  readonly lastAlive?: HostMoment | undefined;
}

/**
 * If the last look is longer ago than this, in ms, this process was stopped meanwhile, and a connection may have closed
 * long ago.
 */
const STOPPED_MS = 1000;

/**
 * The clients that leases last as long as: each lease's owner and open connections, and by when the last of them was
 * there.
 */
export class LeaseClients {
  readonly #options: LeaseClientsOptions;
  /** How many open connections hold a lease. Those of a dead agent are not known: such a lease ends with the drain. */
  readonly #holds = new Map<TopologyId, number>();
  /** When the client of a lease was last seen, by this host's clock, in ms since the epoch. */
  readonly #seenAt = new Map<TopologyId, number>();
  /** Leases without a client: by when the last one surely was there. */
  readonly #over = new Map<TopologyId, HostMoment>();

  constructor(options: LeaseClientsOptions) {
    this.#options = options;
  }

  /** Notes a client that has leased: the lease now lasts as long as this client, whatever came before. */
  add(id: TopologyId, { seenAt, isHeld }: { readonly seenAt: number; readonly isHeld: boolean }): void {
    if (isHeld) this.#holds.set(id, (this.#holds.get(id) ?? 0) + 1);
    this.#seenAt.set(id, seenAt);
    this.#over.delete(id);
  }

  /** Notes that a lease's connection is closed; the lease may be over by now. */
  close(id: TopologyId, lease: Lease | undefined): void {
    const holds = (this.#holds.get(id) ?? 0) - 1;
    if (holds > 0) this.#holds.set(id, holds);
    else this.#holds.delete(id);
    // A lease that was given back has no clients; another lease may have its id later.
    if (lease === undefined) return;
    if (!this.#isThere(lease)) this.#over.set(id, this.#closedAt(id));
    // An owner that is being killed closes its connections first: all that it has made was there by now.
    else this.#seenAt.set(id, this.#options.clock.timeOfDay());
  }

  /** Looks at the clients of a lease. A lease that a connection to an earlier agent held ends with the drain. */
  look(lease: Lease): void {
    const { clock, lastAlive } = this.#options;
    const { id, owner } = lease;
    if (this.#over.has(id)) return;
    const now = clock.timeOfDay();
    if (this.#isThere(lease)) this.#seenAt.set(id, now);
    else if (owner !== undefined) this.#over.set(id, this.#lastSeen(id, now) ?? lastAlive ?? hostMoment(now));
  }

  /** By when the last client of a lease was surely there; `undefined` while a client is there. */
  goneSince(id: TopologyId): HostMoment | undefined {
    return this.#over.get(id);
  }

  /** Whether this agent has ever seen a client of the lease. */
  hasSeen(id: TopologyId): boolean {
    return this.#seenAt.has(id);
  }

  forget(id: TopologyId): void {
    this.#over.delete(id);
    this.#seenAt.delete(id);
  }

  /** Forgets the clients of leases that no longer exist: submissions have ended these. */
  keepOnly(leases: ReadonlyMap<TopologyId, Lease>): void {
    for (const id of [...this.#seenAt.keys(), ...this.#over.keys()]) if (!leases.has(id)) this.forget(id);
  }

  #isThere({ id, owner }: Lease): boolean {
    if ((this.#holds.get(id) ?? 0) > 0) return true;
    return owner !== undefined && this.#options.processes.find(owner.pid)?.startTime === owner.startTime;
  }

  #lastSeen(id: TopologyId, now: number): HostMoment | undefined {
    const seenAt = this.#seenAt.get(id);
    return seenAt === undefined ? undefined : hostMoment(seenAt, Math.max(seenAt, now));
  }

  /** A connection's end is seen at once, unless this process was stopped for a while. */
  #closedAt(id: TopologyId): HostMoment {
    const now = this.#options.clock.timeOfDay();
    const seen = this.#lastSeen(id, now);
    return seen !== undefined && now - seen.earliest > STOPPED_MS ? seen : hostMoment(now);
  }
}
