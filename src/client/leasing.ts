import type { AgentClient } from '../adapters/ipc/agent-client.ts';
import type { NamedOwner } from '../domain/topology/lease.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress, openClient, PATIENCE_MS, withAgent } from './agent-address.ts';
import { type SpooledTopology, submit } from './submitting.ts';

/** The fields of a request that say what a lease lasts as long as. */
type Term = { readonly owner: NamedOwner } | { readonly ttl: string };

/**
 * The life of a lease: that of a process, by default this one; with `hold` that of a connection that this process keeps;
 * with `ttl`, such as `30m`, that long after the last request that named it.
 */
export type LeaseOptions = AgentAddress &
  (
    | { readonly owner?: NamedOwner | undefined; readonly hold?: false | undefined; readonly ttl?: undefined }
    | { readonly owner?: undefined; readonly hold: true; readonly ttl?: undefined }
    | { readonly owner?: undefined; readonly hold?: false | undefined; readonly ttl: string }
  );

/**
 * A topology that is in use: when its owner is gone, for whatever reason, or its time is over, the topology counts as
 * submitted.
 */
export class Lease {
  /** The topology when it was leased. */
  readonly topology: TopologyAnswer;
  readonly #address: AgentAddress;
  readonly #held: Term | AgentClient;

  /** @param held what the lease lasts as long as; a client whose connection is the lease is closed with it */
  constructor(topology: TopologyAnswer, address: AgentAddress, held: Term | AgentClient) {
    this.topology = topology;
    this.#address = address;
    this.#held = held;
  }

  /**
   * Adds members, and begins a time to live anew: what is made after the last such request may belong to somebody else.
   * @throws TopoGcError as `lease`; `already-submitted` if it comes too late
   */
  async renew(more: Omit<TopologyBody, 'id'> = {}): Promise<Lease> {
    const topology = { ...more, id: this.topology.id };
    const renewed = isTerm(this.#held)
      ? new Lease(await announce(topology, this.#address, this.#held), this.#address, this.#held)
      : await hold(topology, this.#address);
    this.#close();
    return renewed;
  }

  /** Hands the topology over now, with any members that are named only here. @throws as `submit` */
  async submit(more: Omit<TopologyBody, 'id'> = {}): Promise<TopologyAnswer | SpooledTopology> {
    const submitted = await submit({ ...more, id: this.topology.id }, this.#address);
    this.#close();
    return submitted;
  }

  /** Gives the lease back: its members are not touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
  async drop(): Promise<TopologyAnswer> {
    const dropped = await dropLease(this.topology.id, this.#address);
    this.#close();
    return dropped;
  }

  /** Hands the topology over at the end of an `await using` scope. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.submit();
  }

  #close(): void {
    if (!isTerm(this.#held)) this.#held.close();
  }
}

const isTerm = (held: Term | AgentClient): held is Term => 'owner' in held || 'ttl' in held;

/**
 * Announces a topology while it is in use. A second call with the same id adds to it.
 * @throws TopoGcError the agent's own errors, `agent-not-found`: a lease never goes to the spool
 */
export async function lease(topology: TopologyBody, options: LeaseOptions = {}): Promise<Lease> {
  const { owner = { pid: process.pid }, hold: isHeld, ttl, ...address } = options;
  if (isHeld) return hold(topology, address);
  const term = ttl === undefined ? { owner } : { ttl };
  return new Lease(await announce(topology, address, term), address, term);
}

/** Leases by a connection that this process keeps. */
async function hold(topology: TopologyBody, address: AgentAddress): Promise<Lease> {
  const connection = openClient(address);
  try {
    const request = { body: topology, timeoutMs: PATIENCE_MS };
    return new Lease(await connection.hold('/v1/leases?hold=true', request), address, connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Asks the agent to lease a topology by a process or for a time. */
function announce(topology: TopologyBody, address: AgentAddress, term: Term): Promise<TopologyAnswer> {
  const request = { body: { ...topology, ...term }, timeoutMs: PATIENCE_MS };
  return withAgent(address, (client) => client.post<TopologyAnswer>('/v1/leases', request));
}

/** Gives a lease back by its id: its members are not touched. @throws TopoGcError as `Lease.drop`, `not-found` */
export function dropLease(id: string, address: AgentAddress = {}): Promise<TopologyAnswer> {
  const path = `/v1/leases/${encodeURIComponent(id)}`;
  return withAgent(address, (client) => client.delete<TopologyAnswer>(path));
}
