import { kindOf } from '../kinds/kinds.ts';
import { type MemberFacts, type MemberKey, memberKey } from '../topology/topology.ts';

/** The members that other agents hold, on whatever engine, each with its session. */
export type Held = ReadonlyMap<MemberKey, string>;

/**
 * Why a member belongs to another agent, as words that follow its name: that agent holds it, or holds something that would
 * go with it.
 */
export function whyHeld(member: MemberFacts, held: Held): string | undefined {
  const holder = holderOf(member, held);
  return holder === undefined ? undefined : `is held by another agent, of the session ${holder}`;
}

/** The session of that agent. */
function holderOf(member: MemberFacts, held: Held): string | undefined {
  const { kind, touches } = kindOf(member.kind);
  const holder = held.get(memberKey({ kind: member.kind, id: member.id }));
  if (holder !== undefined || touches === undefined) return holder;
  const prefix = `${kind}:`;
  for (const [key, session] of held)
    if (key.startsWith(prefix) && touches(key.slice(prefix.length), member.id)) return session;
  return undefined;
}
