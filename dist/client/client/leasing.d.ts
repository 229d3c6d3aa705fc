import type { AgentClient } from '../adapters/ipc/agent-client.ts';
import type { NamedOwner } from '../domain/topology/lease.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress } from './agent-address.ts';
import { type SpooledTopology } from './submitting.ts';
/** The life of a lease: that of a process, by default this one, or with `hold` that of a connection that this process keeps. */
export type LeaseOptions = AgentAddress & ({
    readonly owner?: NamedOwner | undefined;
    readonly hold?: false | undefined;
} | {
    readonly owner?: undefined;
    readonly hold: true;
});
/** A topology that is in use: when its owner is gone, for whatever reason, the topology counts as submitted. */
export declare class Lease {
    #private;
    /** The topology when it was leased. */
    readonly topology: TopologyAnswer;
    constructor(topology: TopologyAnswer, address: AgentAddress, connection?: AgentClient);
    /** Hands the topology over now, with any members that are named only here. @throws as `submit` */
    submit(more?: Omit<TopologyBody, 'id'>): Promise<TopologyAnswer | SpooledTopology>;
    /** Gives the lease back: its members are not touched. @throws TopoGcError `already-submitted`, `agent-not-found` */
    drop(): Promise<TopologyAnswer>;
    /** Hands the topology over at the end of an `await using` scope. */
    [Symbol.asyncDispose](): Promise<void>;
}
/**
 * Announces a topology while it is in use. A second call with the same id adds to it.
 * @throws TopoGcError the agent's own errors, `agent-not-found`: a lease never goes to the spool
 */
export declare function lease(topology: TopologyBody, options?: LeaseOptions): Promise<Lease>;
