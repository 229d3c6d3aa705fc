import type { MemberFacts } from './topology.ts';
/**
 * Whether a reference means a member: by its name, by its id, or, if it has an id beside its name, by the first 12 digits
 * or more of the id.
 */
export declare const isMeantBy: (ref: string, member: Pick<MemberFacts, "kind" | "id" | "name">) => boolean;
