import type { AgentClient } from '../adapters/ipc/agent-client.ts';
import type { NamedOwner } from '../domain/topology/lease.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress, openClient, PATIENCE_MS, withAgent } from './agent-address.ts';
import { type SpooledTopology, submit } from './submitting.ts';

/** What a lease lasts as long as: a process, this one unless said otherwise, or with `hold` a connection that this one keeps. */
export type LeaseOptions = AgentAddress &
  (
    | { readonly owner?: NamedOwner | undefined; readonly hold?: false | undefined }
    | { readonly owner?: undefined; readonly hold: true }
  );

/** A topology that is in use: it counts as submitted when its owner is gone, however that ended. */
export class Lease {
  /** As it was leased. */
  readonly topology: TopologyAnswer;
  readonly #address: AgentAddress;
  readonly #connection: AgentClient | undefined;

  constructor(topology: TopologyAnswer, address: AgentAddress, connection?: AgentClient) {
    this.topology = topology;
    this.#address = address;
    this.#connection = connection;
  }

  /** Hands it over now, and with it what is named only here. @throws as `submit` */
  async submit(more: Omit<TopologyBody, 'id'> = {}): Promise<TopologyAnswer | SpooledTopology> {
    const submitted = await submit({ ...more, id: this.topology.id }, this.#address);
    this.#connection?.close();
    return submitted;
  }

  /** Gives it back: nothing of it is touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
  async drop(): Promise<TopologyAnswer> {
    const path = `/v1/leases/${encodeURIComponent(this.topology.id)}`;
    const dropped = await withAgent(this.#address, (client) => client.delete<TopologyAnswer>(path));
    this.#connection?.close();
    return dropped;
  }

  /** Hands it over, where it is bound by `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.submit();
  }
}

/**
 * Announces a topology while it is in use. The same id again adds to it.
 * @throws TopoGcError the agent's own, `agent-not-found`: a lease is never spooled
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
