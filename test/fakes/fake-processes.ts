import type { Processes } from '../../src/domain/ports.ts';
import type { LeaseOwner } from '../../src/domain/topology/lease.ts';

export const NAMESPACE = 'pid:[1]';

/** A host whose processes come and go as a test says. */
export class FakeProcesses implements Processes {
  readonly #alive = new Map<number, LeaseOwner>();

  start(pid: number, startTime = '100', pidNamespace = NAMESPACE): void {
    this.#alive.set(pid, { pid, startTime, pidNamespace });
  }

  end(pid: number): void {
    this.#alive.delete(pid);
  }

  find(pid: number): LeaseOwner | undefined {
    return this.#alive.get(pid);
  }

  ownNamespace(): string {
    return NAMESPACE;
  }
}
