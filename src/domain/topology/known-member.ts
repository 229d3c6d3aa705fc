import { isKept, isSameMember, type Member, type MemberFacts } from './topology.ts';

/** Of a lease, members have no state yet. */
export type KnownMember = MemberFacts & Partial<Pick<Member, 'state' | 'error'>>;

/** True of what was named and is not taken, as nobody can say whose it is: why is its error. */
export const isUnsure = ({ state, error }: Pick<Member, 'state' | 'error'>): boolean =>
  state === 'absent' && error !== undefined;

/** A volume's name that is taken again is another volume, also where the engine can't tell the two apart. */
const isGoneVolume = ({ kind, state = 'leased', error }: KnownMember): boolean =>
  kind === 'volume' && state === 'removed' && !isKept({ state, ...(error !== undefined && { error }) });

/** Whether what is there now is a member that was taken before. What was not taken then may be taken now. */
export const isKnownAs = (known: KnownMember, member: MemberFacts): boolean =>
  known.state !== 'absent' && !isGoneVolume(known) && isSameMember(known, member);
