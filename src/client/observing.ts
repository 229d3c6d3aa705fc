import type { JournalEvent } from '../domain/ledger/journal-events.ts';
import type { Strays } from '../domain/strays/stray.ts';
import type { Status } from '../protocol/agent-service.ts';
import type { TopologyAnswer } from '../protocol/topology-body.ts';
import { type AgentAddress, openClient, withAgent } from './agent-address.ts';

/** The agent asks the engine about each of them; an engine that hangs is given up by then. */
const STRAYS_MS = 60_000;

/** Readings with their thresholds, and counts. @throws TopoGcError `agent-not-found` */
export function status(address: AgentAddress = {}): Promise<Status> {
  return withAgent(address, (client) => client.get<Status>('/v1/status'));
}

/**
 * What was made on the engine during the session, was not handed over, and is there now.
 * @throws TopoGcError `agent-not-found`, `engine-failed`
 */
export function strays(address: AgentAddress = {}): Promise<Strays> {
  return withAgent(address, (client) => client.get<Strays>('/v1/strays', { timeoutMs: STRAYS_MS }));
}

/** One topology. @throws TopoGcError `not-found`, `agent-not-found` */
export function topology(id: string, address: AgentAddress = {}): Promise<TopologyAnswer> {
  return withAgent(address, (client) => client.get(`/v1/topologies/${encodeURIComponent(id)}`));
}

/** The oldest first, including leases; with `pending` only topologies that are submitted and not yet removed. */
export function topologies(
  options: AgentAddress & { readonly pending?: boolean | undefined } = {},
): Promise<TopologyAnswer[]> {
  const { pending, ...address } = options;
  const path = pending ? '/v1/topologies?state=pending' : '/v1/topologies';
  return withAgent(address, (client) => client.get<TopologyAnswer[]>(path));
}

/**
 * Everything that happens after it resolves: `for await (const event of await events()) …`. It ends with the agent, or when
 * the caller leaves the loop.
 * @throws TopoGcError `agent-not-found`, also if the connection to the agent breaks; the signal's reason
 */
export async function events(
  options: AgentAddress & { readonly signal?: AbortSignal | undefined } = {},
): Promise<AsyncGenerator<JournalEvent, void>> {
  const { signal, ...address } = options;
  const client = openClient(address);
  try {
    const happening = await client.events(signal);
    return untilLeft(happening, () => client.close());
  } catch (error) {
    client.close();
    throw error;
  }
}

async function* untilLeft(
  happening: AsyncIterable<JournalEvent>,
  close: () => void,
): AsyncGenerator<JournalEvent, void> {
  try {
    yield* happening;
  } finally {
    close();
  }
}
