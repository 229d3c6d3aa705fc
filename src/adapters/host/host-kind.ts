import type { HostFacts, HostMember } from '../../domain/ports.ts';

/** Where leftovers may be removed, and which owners of the folders above are trusted. */
export interface LeftoverRules {
  /** The only places for paths. */
  readonly roots: readonly string[];
  /** Where `ip netns` looks for names (ip-netns(8)): `/var/run/netns`. */
  readonly netnsFolder: string;
  /** Uids: root, and the user that runs the agent. */
  readonly owners: readonly number[];
}

/** A kind of what tests leave on this host. The caller translates the kernel's errors. */
export interface OnHost {
  /**
   * Looks one up, and checks whether this process may remove it with all its content.
   * @param lookForMs how long to look through its content; the rest is seen at its removal
   * @throws HostError for the first thing that it can't remove; the kernel's error
   */
  find(ref: string, rules: LeftoverRules, lookForMs: number): Promise<HostMember | undefined>;
  /**
   * Removes one with all its content, if it still is that file. @throws HostError; the kernel's error; the signal's
   * reason
   */
  remove(member: HostFacts, rules: LeftoverRules, signal: AbortSignal): Promise<void>;
  /** The place of its file: an absolute path. */
  placeOf(id: string, rules: LeftoverRules): string;
}
