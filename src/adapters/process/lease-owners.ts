import { readlinkSync } from 'node:fs';
import type { LeaseOwner } from '../../domain/lease.ts';
import type { Processes } from '../../domain/ports.ts';
import { identifyProcess } from './process-identity.ts';

/** A process that can't be looked into is another user's, in whatever namespace. */
function namespaceOf(pid: number | 'self'): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined;
  }
}

/** The processes that this one can see. */
export const processes: Processes = {
  find(pid: number): LeaseOwner | undefined {
    const identity = identifyProcess(pid);
    if (identity === undefined) return undefined;
    return { pid, startTime: identity.startTime, pidNamespace: namespaceOf(pid) ?? this.ownNamespace() };
  },
  ownNamespace: () => namespaceOf('self') ?? 'unknown',
};
