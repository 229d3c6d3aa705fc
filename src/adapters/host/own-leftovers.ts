import type { HostKind } from '../../domain/kinds/kinds.ts';
import type { HostFacts, HostLeftovers, HostMember } from '../../domain/ports.ts';
import type { LeftoverRules } from './host-kind.ts';
import { ON_HOST } from './host-kinds.ts';
import { isFileThere } from './paths/file-identity.ts';
import { toHostError } from './paths/host-errors.ts';

/** What tests leave on this host, looked up and removed with the rights of this process. */
export class OwnLeftovers implements HostLeftovers {
  readonly #rules: LeftoverRules;

  constructor(rules: LeftoverRules) {
    this.#rules = rules;
  }

  find(kind: HostKind, ref: string, lookForMs: number): Promise<HostMember | undefined> {
    return inOurWords(ref, ON_HOST[kind].find(ref, this.#rules, lookForMs));
  }

  remove(member: HostFacts, signal: AbortSignal): Promise<void> {
    return inOurWords(member.id, ON_HOST[member.kind].remove(member, this.#rules, signal));
  }

  isThere({ kind, id, file }: HostFacts): Promise<boolean> {
    return inOurWords(id, isFileThere(ON_HOST[kind].placeOf(id, this.#rules), file));
  }
}

/** Translates the kernel's errors that have no more exact translation. */
async function inOurWords<T>(where: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw toHostError(error, where);
  }
}
