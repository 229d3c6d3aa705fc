import { TopoGcError } from '../domain/errors.ts';
import type { Milestone } from '../protocol/agent-service.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress } from './agent-address.ts';
/** A submission without an answer from an agent: it lies in the spool, from which the agent or the drain will take it. */
export interface SpooledTopology {
    readonly id: string;
    readonly state: 'spooled';
    /** Why the client could not reach the agent. */
    readonly reason: TopoGcError;
}
export interface SubmitOptions extends AgentAddress {
    /** Resolves only when all members have reached that state, or have failed; `removed` collects the topology at once. */
    readonly wait?: Milestone | undefined;
}
/**
 * Hands a topology over: its containers are asked to stop at once, and the caller does not wait for that. If no agent
 * answers within 2 s, or the agent has no room, the submission goes to the spool. It always has an id there, so an agent
 * that also took it late takes it only once.
 * @throws TopoGcError the agent's own errors, `agent-not-found` without a spool or with `wait`, `closed` if the spool is
 *   closed
 */
export declare function submit(topology: TopologyBody, options?: AgentAddress & {
    readonly wait?: undefined;
}): Promise<TopologyAnswer | SpooledTopology>;
export declare function submit(topology: TopologyBody, options: AgentAddress & {
    readonly wait: Milestone;
}): Promise<TopologyAnswer>;
/** Resolves when all members have reached that state. It asks only by id: a name may belong to somebody else by now. */
export declare function waitFor(topology: TopologyAnswer, milestone: Milestone, address?: AgentAddress): Promise<TopologyAnswer>;
