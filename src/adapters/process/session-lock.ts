import { once } from 'node:events';
import { createServer } from 'node:net';
import { TopoGcError } from '../../domain/errors.ts';

/**
 * Makes this process the only one that works for a session, for as long as it lives: by a name in the kernel's abstract
 * namespace (unix(7)), which goes with the process however it ends.
 * @throws TopoGcError `agent-failed` where another does
 */
export async function lockSession(session: string): Promise<void> {
  const lock = createServer();
  lock.listen(`\0topo-gc/${session}`);
  try {
    await once(lock, 'listening');
  } catch (cause) {
    throw new TopoGcError('agent-failed', `Another process works for the session ${session}`, { cause });
  }
  lock.unref();
}
