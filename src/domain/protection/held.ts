import { kindOf } from '../kinds/kinds.ts';
import { type MemberFacts, type MemberKey, memberKey } from '../topology/topology.ts';

/** What other agents hold, each with the session that does. */
export type Held = ReadonlyMap<MemberKey, string>;

/** Why a member is another agent's, which holds it or what would go with it, to be read after its name. */
export function whyHeld(member: MemberFacts, held: Held): string | undefined {
  const holder = holderOf(member, held);
  return holder === undefined ? undefined : `is held by another agent, of the session ${holder}`;
}

/** The session whose agent that is. */
function holderOf(member: MemberFacts, held: Held): string | undefined {
  const { kind, touches } = kindOf(member.kind);
  const holder = held.get(memberKey(member));
  if (holder !== undefined || touches === undefined) return holder;
  const prefix = `${kind}:`;
  for (const [key, session] of held)
    if (key.startsWith(prefix) && touches(key.slice(prefix.length), member.id)) return session;
  return undefined;
}
