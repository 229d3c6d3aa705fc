import { type Fault, TopoGcError } from '../../../domain/errors.ts';
import type { Processes } from '../../../domain/ports.ts';
import type { LeaseOwner, NamedOwner } from '../../../domain/topology/lease.ts';

const refuse = (fault: Fault): never => {
  throw new TopoGcError('refused', "The agent can't watch the owner of the lease; nothing of it was taken", {
    faults: [fault],
  });
};

/** The process that a client names as the owner of a lease. @throws TopoGcError `refused` if the agent can't watch it */
export function watchableOwner(
  { pid, startTime, pidNamespace }: NamedOwner,
  processes: Processes,
): LeaseOwner {
  const own = processes.ownNamespace();
  const value = String(pid);
  if (pidNamespace !== undefined && pidNamespace !== own)
    return refuse({
      field: 'owner.pidNamespace',
      value: pidNamespace,
      detail: `the agent sees ${own} only: use an open connection (?hold=true)`,
    });
  const found = processes.find(pid);
  if (found === undefined)
    return refuse({ field: 'owner.pid', value, detail: `the agent sees no such process in ${own}` });
  if (found.pidNamespace !== own)
    return refuse({
      field: 'owner.pid',
      value,
      detail: `is in the namespace ${found.pidNamespace}, the agent in ${own}: use an open connection (?hold=true)`,
    });
  if (startTime !== undefined && startTime !== found.startTime)
    return refuse({
      field: 'owner.startTime',
      value: startTime,
      detail: `the process ${pid} started at ${found.startTime}`,
    });
  return found;
}
