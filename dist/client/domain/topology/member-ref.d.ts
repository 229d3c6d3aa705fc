import type { MemberFacts } from './topology.ts';
/** Whether a reference means a member: by its name, its id, or where it has an id beside its name the first 12 digits of that or more. */
export declare const isMeantBy: (ref: string, member: Pick<MemberFacts, "kind" | "id" | "name">) => boolean;
