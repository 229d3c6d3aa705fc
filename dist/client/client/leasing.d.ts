import type { AgentClient } from '../adapters/ipc/agent-client.ts';
import type { NamedOwner } from '../domain/topology/lease.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress } from './agent-address.ts';
import { type SpooledTopology } from './submitting.ts';
/** The fields of a request that say what a lease lasts as long as. */
type Term = {
    readonly owner: NamedOwner;
} | {
    readonly ttl: string;
};
/**
 * The life of a lease: that of a process, by default this one; with `hold` that of a connection that this process keeps;
 * with `ttl`, such as `30m`, that long after the last request that named it.
 */
export type LeaseOptions = AgentAddress & ({
    readonly owner?: NamedOwner | undefined;
    readonly hold?: false | undefined;
    readonly ttl?: undefined;
} | {
    readonly owner?: undefined;
    readonly hold: true;
    readonly ttl?: undefined;
} | {
    readonly owner?: undefined;
    readonly hold?: false | undefined;
    readonly ttl: string;
});
/**
 * A topology that is in use: when its owner is gone, for whatever reason, or its time is over, the topology counts as
 * submitted.
 */
export declare class Lease {
    #private;
    /** The topology when it was leased. */
    readonly topology: TopologyAnswer;
    /** @param held what the lease lasts as long as; a client whose connection is the lease is closed with it */
    constructor(topology: TopologyAnswer, address: AgentAddress, held: Term | AgentClient);
    /**
     * Adds members, and begins a time to live anew: what is made after the last such request may belong to somebody else.
     * @throws TopoGcError as `lease`; `already-submitted` if it comes too late
     */
    renew(more?: Omit<TopologyBody, 'id'>): Promise<Lease>;
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
/** Gives a lease back by its id: its members are not touched. @throws TopoGcError as `Lease.drop`, `not-found` */
export declare function dropLease(id: string, address?: AgentAddress): Promise<TopologyAnswer>;
export {};
