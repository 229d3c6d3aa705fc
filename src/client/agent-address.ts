import { AgentClient } from '../adapters/ipc/agent-client.ts';
import { TopoGcError } from '../domain/errors.ts';
import { fromEnvironment, VARIABLES } from '../protocol/environment.ts';

/** Where the agent is. The action, and `topo-gc run`, set the environment that is looked at where this is not given. */
export interface AgentAddress {
  /** Path of the agent's Unix socket; `$TOPO_GC_SOCKET` unless given. */
  readonly socket?: string | undefined;
  /** Folder for submissions when the socket can't be reached; `$TOPO_GC_SPOOL` unless given. */
  readonly spool?: string | undefined;
}

/** How long an agent may take to begin its answer to a submission or a lease, in ms. */
export const PATIENCE_MS = 2_000;

/** A client of the agent, to be closed. @throws TopoGcError `agent-not-found` where nothing says where it is */
export function openClient({ socket = fromEnvironment(process.env).socket }: AgentAddress): AgentClient {
  if (socket) return new AgentClient(socket);
  throw new TopoGcError(
    'agent-not-found',
    `${VARIABLES.socket} is not set: start an agent by the action, or by \`topo-gc run -- COMMAND\``,
  );
}

/** Talks to the agent. @throws TopoGcError the agent's own, `agent-not-found` */
export async function withAgent<T>(
  address: AgentAddress,
  talk: (client: AgentClient) => Promise<T>,
): Promise<T> {
  const client = openClient(address);
  try {
    return await talk(client);
  } finally {
    client.close();
  }
}
