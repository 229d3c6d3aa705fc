import { kindOf } from '../kinds/kinds.ts';
import { isKept, isSameMember, type Member, type MemberFacts } from './topology.ts';

/** Of a lease, members have no state yet. */
export type KnownMember = MemberFacts & Partial<Pick<Member, 'state' | 'error'>>;

/** True of what was named and is not taken, as nobody can say whose it is: why is its error. */
export const isUnsure = ({ state, error }: Pick<Member, 'state' | 'error'>): boolean =>
  state === 'absent' && error !== undefined;

/** What was removed and whose id can be taken again is another one from then on, also where the engine can't tell the two apart. */
const isGone = ({ kind, state = 'leased', error }: KnownMember): boolean =>
  kindOf(kind).isStill !== undefined &&
  state === 'removed' &&
  !isKept({ state, ...(error !== undefined && { error }) });

/** Whether what is there now is a member that was taken before. What was not taken then may be taken now. */
export const isKnownAs = (known: KnownMember, member: MemberFacts): boolean =>
  known.state !== 'absent' && !isGone(known) && isSameMember(known, member);
