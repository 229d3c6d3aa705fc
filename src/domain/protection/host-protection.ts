import { overlap } from '../kinds/host-paths.ts';
import { type HostMoment, isNotOlder, isNotYounger } from '../moment.ts';
import { madeOnHost } from '../topology/made-at.ts';
import { type MemberFacts, type MemberKey, memberKey } from '../topology/topology.ts';

/** What protection asks of links and paths. */
export interface HostRules {
  /** When the session began. */
  readonly began: HostMoment;
  /** The agent's own: its socket, its spool, its journal. */
  readonly ownFolders: readonly string[];
}

type Held = ReadonlyMap<MemberKey, string>;

/** Another agent's path counts also where it is above or below this one: it would go with it. */
function holderOf(member: MemberFacts, held: Held): string | undefined {
  if (member.kind !== 'path') return held.get(memberKey(member));
  const prefix = memberKey({ kind: 'path', id: '' });
  for (const [key, session] of held)
    if (key.startsWith(prefix) && overlap(key.slice(prefix.length), member.id)) return session;
  return undefined;
}

/**
 * Whose a link or a path is, where not the submission's own; that it may be removed safely at all is asked elsewhere. A link
 * may be older than the session: what it points to tells more.
 */
export function whyHostProtected(member: MemberFacts, rules: HostRules, held: Held): string | undefined {
  const holder = holderOf(member, held);
  if (holder !== undefined) return `is held by another agent, of the session ${holder}`;
  if (member.kind !== 'path') return undefined;
  const own = rules.ownFolders.find((folder) => overlap(folder, member.id));
  if (own !== undefined) return `is, holds or is in ${own}, a folder of the agent's own`;
  const made = madeOnHost(member);
  if (isNotOlder(made, rules.began)) return undefined;
  const began = new Date(rules.began.earliest).toISOString();
  return isNotYounger(made, rules.began)
    ? `was made at ${member.createdAt}, before the session began (${began})`
    : `was made or written to at ${member.createdAt ?? 'an unknown time'}, and may be older than the session (${began})`;
}
