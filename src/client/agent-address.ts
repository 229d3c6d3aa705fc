import { AgentClient } from '../adapters/ipc/agent-client.ts';
import { TopoGcError } from '../domain/errors.ts';
import { fromEnvironment, VARIABLES } from '../protocol/environment.ts';

/** The address of the agent. By default it comes from the environment, which the action and `topo-gc run` set. */
export interface AgentAddress {
  /** Path of the agent's Unix socket; by default `$TOPO_GC_SOCKET`. */
  readonly socket?: string | undefined;
  /** Folder for submissions if the client can't reach the socket; by default `$TOPO_GC_SPOOL`. */
  readonly spool?: string | undefined;
}

/** The most time until an agent begins its answer to a submission or a lease, in ms. */
export const PATIENCE_MS = 2_000;

/** A client of the agent; the caller closes it. @throws TopoGcError `agent-not-found` without an address */
export function openClient({ socket = fromEnvironment(process.env).socket }: AgentAddress): AgentClient {
  if (socket) return new AgentClient(socket);
  throw new TopoGcError(
    'agent-not-found',
    `${VARIABLES.socket} is not set: start an agent by the action, or by \`topo-gc run -- COMMAND\``,
  );
}

/** Talks to the agent. @throws TopoGcError the agent's own errors, `agent-not-found` */
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
