import { TopoGcError } from '../domain/errors.ts';
import type { Milestone } from '../protocol/agent-service.ts';
import type { TopologyAnswer, TopologyBody } from '../protocol/topology-body.ts';
import { type AgentAddress } from './agent-address.ts';
/** A submission that no agent has answered: it lies in the spool, from where the agent or the drain will take it. */
export interface SpooledTopology {
    readonly id: string;
    readonly state: 'spooled';
    /** Why the agent was not reached. */
    readonly reason: TopoGcError;
}
export interface SubmitOptions extends AgentAddress {
    /** Resolve only when all of its members are that far, or have failed; `removed` has it collected at once. */
    readonly wait?: Milestone | undefined;
}
/**
 * Hands a topology over: its containers are asked to stop at once, and nobody waits. Where no agent answers within 2 s, or it
 * has no room, it is left in the spool, under an id in any case, so that an agent that took it too late takes it once.
 * @throws TopoGcError the agent's own, `agent-not-found` without a spool or where `wait` was asked for, `closed` where the
 *   spool is
 */
export declare function submit(topology: TopologyBody, options?: AgentAddress & {
    readonly wait?: undefined;
}): Promise<TopologyAnswer | SpooledTopology>;
export declare function submit(topology: TopologyBody, options: AgentAddress & {
    readonly wait: Milestone;
}): Promise<TopologyAnswer>;
/** Resolves when all of its members are that far. It is asked for by its id alone: a name may be somebody else's by now. */
export declare function waitFor(topology: TopologyAnswer, milestone: Milestone, address?: AgentAddress): Promise<TopologyAnswer>;
