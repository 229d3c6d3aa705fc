import type { JournalEvent } from '../domain/ledger/journal-events.ts';
import type { Strays } from '../domain/strays/stray.ts';
import type { Status } from '../protocol/agent-service.ts';
import type { TopologyAnswer } from '../protocol/topology-body.ts';
import { type AgentAddress } from './agent-address.ts';
/** Readings with their thresholds, and counts. @throws TopoGcError `agent-not-found` */
export declare function status(address?: AgentAddress): Promise<Status>;
/**
 * What was made on the engine during the session, was not handed over, and is there now.
 * @throws TopoGcError `agent-not-found`, `engine-failed`
 */
export declare function strays(address?: AgentAddress): Promise<Strays>;
/** One topology. @throws TopoGcError `not-found`, `agent-not-found` */
export declare function topology(id: string, address?: AgentAddress): Promise<TopologyAnswer>;
/** The oldest first, including leases; with `pending` only topologies that are submitted and not yet removed. */
export declare function topologies(options?: AgentAddress & {
    readonly pending?: boolean | undefined;
}): Promise<TopologyAnswer[]>;
/**
 * Everything that happens after it resolves: `for await (const event of await events()) …`. It ends with the agent, or when
 * the caller leaves the loop.
 * @throws TopoGcError `agent-not-found`, also if the connection to the agent breaks; the signal's reason
 */
export declare function events(options?: AgentAddress & {
    readonly signal?: AbortSignal | undefined;
}): Promise<AsyncGenerator<JournalEvent, void>>;
