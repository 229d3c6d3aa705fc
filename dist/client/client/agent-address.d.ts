import { AgentClient } from '../adapters/ipc/agent-client.ts';
/** The address of the agent. By default it comes from the environment, which the action and `topo-gc run` set. */
export interface AgentAddress {
    /** Path of the agent's Unix socket; by default `$TOPO_GC_SOCKET`. */
    readonly socket?: string | undefined;
    /** Folder for submissions if the client can't reach the socket; by default `$TOPO_GC_SPOOL`. */
    readonly spool?: string | undefined;
}
/** The most time until an agent begins its answer to a submission or a lease, in ms. */
export declare const PATIENCE_MS = 2000;
/** A client of the agent; the caller closes it. @throws TopoGcError `agent-not-found` without an address */
export declare function openClient({ socket }: AgentAddress): AgentClient;
/** Talks to the agent. @throws TopoGcError the agent's own errors, `agent-not-found` */
export declare function withAgent<T>(address: AgentAddress, talk: (client: AgentClient) => Promise<T>): Promise<T>;
