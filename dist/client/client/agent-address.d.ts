import { AgentClient } from '../adapters/ipc/agent-client.ts';
/** Where the agent is. The action, and `topo-gc run`, set the environment that is looked at where this is not given. */
export interface AgentAddress {
    /** Path of the agent's Unix socket; `$TOPO_GC_SOCKET` unless given. */
    readonly socket?: string | undefined;
    /** Folder for submissions when the socket can't be reached; `$TOPO_GC_SPOOL` unless given. */
    readonly spool?: string | undefined;
}
/** How long an agent may take to begin its answer to a submission or a lease, in ms. */
export declare const PATIENCE_MS = 2000;
/** A client of the agent, to be closed. @throws TopoGcError `agent-not-found` where nothing says where it is */
export declare function openClient({ socket }: AgentAddress): AgentClient;
/** Talks to the agent. @throws TopoGcError the agent's own, `agent-not-found` */
export declare function withAgent<T>(address: AgentAddress, talk: (client: AgentClient) => Promise<T>): Promise<T>;
