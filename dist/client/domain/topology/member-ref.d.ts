import type { MemberFacts } from './topology.ts';
/**
 * Whether a reference means a member: by its name, its id, or the first 12 digits of that or more. Of fewer the engine finds
 * something as well: where no `db` is left, `db` would be a stranger whose id happens to begin so.
 */
export declare const isMeantBy: (ref: string, { kind, id, name }: Pick<MemberFacts, "kind" | "id" | "name">) => boolean;
