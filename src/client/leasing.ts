import type { AgentClient } from '../adapters/ipc/agent-client.ts';
import type { NamedOwner } from '../domain/topology/lease.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress, openClient, PATIENCE_MS, withAgent } from './agent-address.ts';
import { type SpooledTopology, submit } from './submitting.ts';

/** The life of a lease: that of a process, by default this one, or with `hold` that of a connection that this process keeps. */
export type LeaseOptions = AgentAddress &
  (
    | { readonly owner?: NamedOwner | undefined; readonly hold?: false | undefined }
    | { readonly owner?: undefined; readonly hold: true }
  );

/** A topology that is in use: when its owner is gone, for whatever reason, the topology counts as submitted. */
export class Lease {
  /** The topology when it was leased. */
  readonly topology: TopologyAnswer;
  readonly #address: AgentAddress;
  readonly #connection: AgentClient | undefined;

  constructor(topology: TopologyAnswer, address: AgentAddress, connection?: AgentClient) {
    this.topology = topology;
    this.#address = address;
    this.#connection = connection;
  }

  /** Hands the topology over now, with any members that are named only here. @throws as `submit` */
  async submit(more: Omit<TopologyBody, 'id'> = {}): Promise<TopologyAnswer | SpooledTopology> {
    const submitted = await submit({ ...more, id: this.topology.id }, this.#address);
    this.#connection?.close();
    return submitted;
  }

  /** Gives the lease back: its members are not touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
  async drop(): Promise<TopologyAnswer> {
    const path = `/v1/leases/${encodeURIComponent(this.topology.id)}`;
    const dropped = await withAgent(this.#address, (client) => client.delete<TopologyAnswer>(path));
    this.#connection?.close();
    return dropped;
  }

  /** Hands the topology over at the end of an `await using` scope. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.submit();
  }
}

/**
 * Announces a topology while it is in use. A second call with the same id adds to it.
 * @throws TopoGcError the agent's own errors, `agent-not-found`: a lease never goes to the spool
 */
export async function lease(topology: TopologyBody, options: LeaseOptions = {}): Promise<Lease> {
  const { owner = { pid: process.pid }, hold, ...address } = options;
  if (!hold) {
    const request = { body: { ...topology, owner }, timeoutMs: PATIENCE_MS };
    const answer = await withAgent(address, (client) => client.post<TopologyAnswer>('/v1/leases', request));
    return new Lease(answer, address);
  }
  const connection = openClient(address);
  try {
    const request = { body: topology, timeoutMs: PATIENCE_MS };
    return new Lease(await connection.hold('/v1/leases?hold=true', request), address, connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}
