import { type Member, type MemberFacts } from './topology.ts';
/** Members of a lease have no state yet. */
export type KnownMember = MemberFacts & Partial<Pick<Member, 'state' | 'error'>>;
/** True for a named member that was not taken because its owner is unknown; its error says why. */
export declare const isUnsure: ({ state, error }: Pick<Member, "state" | "error">) => boolean;
/** Whether the object that is there now is a member that was taken before. A member that was not taken then may be taken now. */
export declare const isKnownAs: (known: KnownMember, member: MemberFacts) => boolean;
