import type { HostKind } from '../../domain/kinds/kinds.ts';
import { HostError, type HostFacts, type HostLeftovers, type HostMember } from '../../domain/ports.ts';
import { OwnLeftovers } from './own-leftovers.ts';
import { SudoLeftovers } from './sudo-leftovers.ts';
import { systemClock } from './system-clock.ts';

const ROOT = 0;

/** Where `ip netns` looks for names (ip-netns(8)). */
export const NETNS_FOLDER = '/var/run/netns';

/** Acts with this process's rights or, if these are not enough, with those of root. */
export class LeftoversWithSudo implements HostLeftovers {
  readonly #own: HostLeftovers;
  readonly #byRoot: HostLeftovers;

  constructor(own: HostLeftovers, byRoot: HostLeftovers) {
    this.#own = own;
    this.#byRoot = byRoot;
  }

  find(kind: HostKind, ref: string, lookForMs: number): Promise<HostMember | undefined> {
    const began = systemClock.now();
    return this.#try((leftovers) =>
      leftovers.find(kind, ref, Math.max(0, lookForMs - (systemClock.now() - began))),
    );
  }

  remove(member: HostFacts, signal: AbortSignal): Promise<void> {
    return this.#try((leftovers) => leftovers.remove(member, signal));
  }

  isThere(member: HostFacts): Promise<boolean> {
    return this.#try((leftovers) => leftovers.isThere(member));
  }

  async #try<T>(call: (leftovers: HostLeftovers) => Promise<T>): Promise<T> {
    try {
      return await call(this.#own);
    } catch (error) {
      if (!(error instanceof HostError && error.fault === 'denied')) throw error;
      return await call(this.#byRoot).catch((refusal) => {
        const isDenied = refusal instanceof HostError && refusal.fault === 'denied';
        throw isDenied
          ? new HostError('denied', `needs root: ${error.message}; ${refusal.message}`)
          : refusal;
      });
    }
  }
}

interface ThisHost {
  readonly roots: readonly string[];
  /** The command that serves one request of `serveLeftovers`, with the rights of root if sudo runs it. */
  readonly command: readonly string[];
}

/** The leftovers of this host, for the user that runs this process. */
export function leftoversOfThisHost({ roots, command }: ThisHost): HostLeftovers {
  const uid = process.geteuid?.() ?? ROOT;
  const rules = { roots, netnsFolder: NETNS_FOLDER, owners: [ROOT, uid] };
  const own = new OwnLeftovers(rules);
  return uid === ROOT ? own : new LeftoversWithSudo(own, new SudoLeftovers({ rules, command }));
}
