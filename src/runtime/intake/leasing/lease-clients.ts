import { type HostMoment, hostMoment } from '../../../domain/moment.ts';
import type { Clock, Processes } from '../../../domain/ports.ts';
import type { Lease } from '../../../domain/topology/lease.ts';
import type { TimeToLive } from '../../../domain/topology/time-to-live.ts';
import type { TopologyId } from '../../../domain/topology/topology.ts';
import { LeaseTimes, STOPPED_MS } from './lease-times.ts';

/** How a client leases. */
interface Leasing {
  /** When its request came, by this host's clock, in ms since the epoch. */
  readonly seenAt: number;
  /** Whether its connection is the lease. */
  readonly isHeld: boolean;
}

interface LeaseClientsOptions {
  readonly processes: Processes;
  readonly clock: Clock;
  /** When the agent before this one was last alive. */
  readonly lastAlive?: HostMoment | undefined;
}

/**
 * The clients that leases last as long as: each lease's owner, time to live and open connections, and by when the last
 * client was there.
 */
export class LeaseClients {
  readonly #options: LeaseClientsOptions;
  /** How many open connections hold a lease. Those of a dead agent are not known: such a lease ends with the drain. */
  readonly #holds = new Map<TopologyId, number>();
  /** When the client of a lease was last seen, by this host's clock, in ms since the epoch. */
  readonly #seenAt = new Map<TopologyId, number>();
  readonly #times: LeaseTimes;
  /** Leases without a client: by when the last one surely was there. */
  readonly #over = new Map<TopologyId, HostMoment>();

  constructor(options: LeaseClientsOptions) {
    this.#options = options;
    this.#times = new LeaseTimes(options.clock);
  }

  /** Notes that a request names a lease, until the returned object is disposed of. */
  renewing(id: TopologyId | undefined): Disposable {
    return this.#times.renewing(id);
  }

  /** Notes a client that has leased: the lease now lasts as long as this client, whatever came before. */
  add(lease: Lease, { seenAt, isHeld }: Leasing): void {
    const { id } = lease;
    this.#times.begin(lease);
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
    if (!this.#isThere(lease) && !this.#times.lasts(lease)) this.#over.set(id, this.#closedAt(id));
    // An owner that is being killed closes its connections first: all that it has made was there by now.
    else this.#seenAt.set(id, this.#options.clock.timeOfDay());
  }

  /** Looks at the clients of a lease. A lease that a connection to an earlier agent held ends with the drain. */
  look(lease: Lease): void {
    this.#times.look();
    const { clock, lastAlive } = this.#options;
    const { id, owner, ttl } = lease;
    if (this.#over.has(id)) return;
    const now = clock.timeOfDay();
    if (this.#isThere(lease)) this.#seenAt.set(id, now);
    else if (owner !== undefined) this.#over.set(id, this.#lastSeen(id, now) ?? lastAlive ?? hostMoment(now));
    else if (ttl !== undefined && !this.#times.lasts(lease)) this.#over.set(id, this.#lastRequest(id, ttl));
  }

  /** When a lease ends unless a request names it, in ms since the epoch; `undefined` without a time to live. */
  endOf(lease: Lease): number | undefined {
    return this.#times.endOf(lease);
  }

  /** By when a client of a lease was surely there; `undefined` while one is there. */
  lastSpoken(lease: Lease): HostMoment | undefined {
    const { id, ttl } = lease;
    if (ttl === undefined || this.#over.has(id)) return this.#over.get(id);
    return this.#isThere(lease) ? undefined : this.#lastRequest(id, ttl);
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
    this.#times.forget(id);
  }

  /** Forgets the clients of leases that no longer exist: submissions have ended these. */
  keepOnly(leases: ReadonlyMap<TopologyId, Lease>): void {
    for (const id of [...this.#seenAt.keys(), ...this.#over.keys(), ...this.#times.ids])
      if (!leases.has(id)) this.forget(id);
  }

  #isThere({ id, owner }: Lease): boolean {
    if ((this.#holds.get(id) ?? 0) > 0) return true;
    return owner !== undefined && this.#options.processes.find(owner.pid)?.startTime === owner.startTime;
  }

  /** A client with a time to live was surely there when it sent its last request, or closed its connection. */
  #lastRequest(id: TopologyId, { spokenAt }: TimeToLive): HostMoment {
    return hostMoment(this.#seenAt.get(id) ?? spokenAt);
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
