import { type Member, type MemberFacts } from './topology.ts';
/** Of a lease, members have no state yet. */
export type KnownMember = MemberFacts & Partial<Pick<Member, 'state' | 'error'>>;
/** True of what was named and is not taken, as nobody can say whose it is: why is its error. */
export declare const isUnsure: ({ state, error }: Pick<Member, "state" | "error">) => boolean;
/** Whether what is there now is a member that was taken before. What was not taken then may be taken now. */
export declare const isKnownAs: (known: KnownMember, member: MemberFacts) => boolean;
