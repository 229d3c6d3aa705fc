import type { HostFacts, HostMember } from '../../domain/ports.ts';

/** Where leftovers may be removed, and whose folders are relied on on the way there. */
export interface LeftoverRules {
  /** The only places for paths. */
  readonly roots: readonly string[];
  /** Where `ip netns` looks for names (ip-netns(8)): `/var/run/netns`. */
  readonly netnsFolder: string;
  /** Uids: root, and who runs the agent. */
  readonly owners: readonly number[];
}

/** A kind of what tests leave on this host. What the kernel says is put into other words by whoever asks. */
export interface OnHost {
  /**
   * Looks one up, and whether this process may remove it with all that it holds.
   * @param lookForMs how long what it holds is looked at; the rest is seen when it is removed
   * @throws HostError for the first thing that it can't remove; the kernel's error
   */
  find(ref: string, rules: LeftoverRules, lookForMs: number): Promise<HostMember | undefined>;
  /** Removes one with all that it holds, if it still is that file. @throws HostError; the kernel's error; the signal's reason */
  remove(member: HostFacts, rules: LeftoverRules, signal: AbortSignal): Promise<void>;
  /** Where the file of one is: an absolute path. */
  placeOf(id: string, rules: LeftoverRules): string;
}
