import type { JournalEvent } from '../domain/ledger/journal-events.ts';
import type { Status } from '../protocol/agent-service.ts';
import type { TopologyAnswer } from '../protocol/topology-body.ts';
import { type AgentAddress } from './agent-address.ts';
/** Readings beside thresholds, and counts. @throws TopoGcError `agent-not-found` */
export declare function status(address?: AgentAddress): Promise<Status>;
/** One topology. @throws TopoGcError `not-found`, `agent-not-found` */
export declare function topology(id: string, address?: AgentAddress): Promise<TopologyAnswer>;
/** The oldest first, leases included; with `pending` those that are submitted and not yet removed. */
export declare function topologies(options?: AgentAddress & {
    readonly pending?: boolean | undefined;
}): Promise<TopologyAnswer[]>;
/**
 * Everything that happens from the moment on at which it resolves: `for await (const event of await events()) …`. It ends
 * with the agent, or when the loop is left.
 * @throws TopoGcError `agent-not-found`, also where the agent is lost; the signal's reason
 */
export declare function events(options?: AgentAddress & {
    readonly signal?: AbortSignal | undefined;
}): Promise<AsyncGenerator<JournalEvent, void>>;
