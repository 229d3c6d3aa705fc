import type { Processes } from '../../domain/ports.ts';
import type { LeaseOwner } from '../../domain/topology/lease.ts';
import { identifyProcess, namespaceOf, ownNamespace } from './process-identity.ts';

/** The processes that this one can see. */
export const processes: Processes = {
  find(pid: number): LeaseOwner | undefined {
    const identity = identifyProcess(pid);
    if (identity === undefined) return undefined;
    return { pid, startTime: identity.startTime, pidNamespace: namespaceOf(pid) ?? ownNamespace() };
  },
  ownNamespace,
};
