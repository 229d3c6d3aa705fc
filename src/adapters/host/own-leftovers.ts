import { join } from 'node:path';
import type { HostKind } from '../../domain/kinds/kinds.ts';
import type { HostFacts, HostLeftovers, HostMember } from '../../domain/ports.ts';
import { findLink, removeLink } from './netns-folder.ts';
import { toHostError } from './paths/host-errors.ts';
import { findPath, isPathThere, removePath } from './paths/removable-paths.ts';

/** Where leftovers may be removed, and whose folders are relied on on the way there. */
export interface LeftoverRules {
  /** The only places for paths. */
  readonly roots: readonly string[];
  readonly netnsFolder: string;
  /** Uids: root, and who runs the agent. */
  readonly owners: readonly number[];
}

/** What tests leave on this host, looked up and removed with the rights of this process. */
export class OwnLeftovers implements HostLeftovers {
  readonly #rules: LeftoverRules;

  constructor(rules: LeftoverRules) {
    this.#rules = rules;
  }

  find(kind: HostKind, ref: string, lookForMs: number): Promise<HostMember | undefined> {
    return inOurWords(
      ref,
      kind === 'path' ? findPath(ref, this.#rules, lookForMs) : findLink(ref, this.#netns),
    );
  }

  remove({ kind, id, file }: HostFacts, signal: AbortSignal): Promise<void> {
    return inOurWords(
      id,
      kind === 'path' ? removePath(id, file, this.#rules, signal) : removeLink(id, file, this.#netns),
    );
  }

  isThere({ kind, id, file }: HostFacts): Promise<boolean> {
    return inOurWords(id, isPathThere(kind === 'path' ? id : join(this.#rules.netnsFolder, id), file));
  }

  get #netns() {
    return { folder: this.#rules.netnsFolder, owners: this.#rules.owners };
  }
}

/** What the kernel says where nobody has asked it anything more exact. */
async function inOurWords<T>(where: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw toHostError(error, where);
  }
}
