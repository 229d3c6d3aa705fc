import { TopoGcError } from '../../domain/errors.ts';
import type { AgentService } from '../../protocol/agent-service.ts';

/** True if the request may have named something: a request that never arrived whole has not. */
const isNoted = (error: unknown): boolean =>
  error instanceof TopoGcError && ['invalid-submission', 'invalid-request', 'too-large'].includes(error.code);

/** Reads a hand-over; the agent records an invalid one before it answers the client. */
export async function readNoted<T>(
  service: Pick<AgentService, 'noteInvalid'>,
  isLease: boolean,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isNoted(error)) service.noteInvalid(error, isLease);
    throw error;
  }
}
