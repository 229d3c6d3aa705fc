import type { AgentClient } from '../adapters/ipc/agent-client.ts';
import type { NamedOwner } from '../domain/topology/lease.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress } from './agent-address.ts';
import { type SpooledTopology } from './submitting.ts';
/** What a lease lasts as long as: a process, this one unless said otherwise, or with `hold` a connection that this one keeps. */
export type LeaseOptions = AgentAddress & ({
    readonly owner?: NamedOwner | undefined;
    readonly hold?: false | undefined;
} | {
    readonly owner?: undefined;
    readonly hold: true;
});
/** A topology that is in use: it counts as submitted when its owner is gone, however that ended. */
export declare class Lease {
    #private;
    /** As it was leased. */
    readonly topology: TopologyAnswer;
    constructor(topology: TopologyAnswer, address: AgentAddress, connection?: AgentClient);
    /** Hands it over now, and with it what is named only here. @throws as `submit` */
    submit(more?: Omit<TopologyBody, 'id'>): Promise<TopologyAnswer | SpooledTopology>;
    /** Gives it back: nothing of it is touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
    drop(): Promise<TopologyAnswer>;
    /** Hands it over, where it is bound by `await using`. */
    [Symbol.asyncDispose](): Promise<void>;
}
/**
 * Announces a topology while it is in use. The same id again adds to it.
 * @throws TopoGcError the agent's own, `agent-not-found`: a lease is never spooled
 */
export declare function lease(topology: TopologyBody, options?: LeaseOptions): Promise<Lease>;
