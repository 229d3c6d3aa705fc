import { kindOf } from '../kinds/kinds.ts';
import { isKept, isSameMember, type Member, type MemberFacts } from './topology.ts';

/** Members of a lease have no state yet. */
export type KnownMember = MemberFacts & Partial<Pick<Member, 'state' | 'error'>>;

/** True for a named member that was not taken because its owner is unknown; its error says why. */
export const isUnsure = ({ state, error }: Pick<Member, 'state' | 'error'>): boolean =>
  state === 'absent' && error !== undefined;

/** After a removal, an object that reuses the id is another member, even if the engine can't tell the two apart. */
const isGone = ({ kind, state = 'leased', error }: KnownMember): boolean =>
  kindOf(kind).isStill !== undefined &&
  state === 'removed' &&
  !isKept({ state, ...(error !== undefined && { error }) });

/** Whether the object that is there now is a member that was taken before. A member that was not taken then may be taken now. */
export const isKnownAs = (known: KnownMember, member: MemberFacts): boolean =>
  known.state !== 'absent' && !isGone(known) && isSameMember(known, member);
