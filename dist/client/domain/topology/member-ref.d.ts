import type { MemberFacts } from './topology.ts';
interface Reference {
    readonly kind: string;
    readonly ref: string;
    readonly site?: string | undefined;
}
/** Whether a reference means a member of that kind on that engine. */
export declare const isMeant: ({ kind, ref, site }: Reference, member: MemberFacts) => boolean;
/**
 * Whether a reference means a member: by its name, by its id, or, if it has an id beside its name, by the first 12 digits
 * or more of the id.
 */
export declare const isMeantBy: (ref: string, member: Pick<MemberFacts, "kind" | "id" | "name">) => boolean;
export {};
