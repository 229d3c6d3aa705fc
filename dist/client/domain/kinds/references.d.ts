import type { Facts } from './kind.ts';
/** Whether a reference can only mean a name, although an engine would take it for the beginning of an id as well. */
export declare const isNameLikeId: (ref: string) => boolean;
/** Whether a reference that is no name was most likely meant as the beginning of that id. */
export declare const isBeginningOf: (ref: string, id: string) => boolean;
type Named = Pick<Facts, 'id' | 'name'>;
export declare const isNamed: (ref: string, { id, name }: Named) => boolean;
/** The engine also accepts shorter prefixes: if `db` is gone, `db` would match a stranger whose id begins so. */
export declare const isShortIdOf: (ref: string, { id }: Named) => boolean;
/** Whether one of the names, ids or beginnings of ids means a member that has an id beside its name. */
export declare const isAmong: (list: readonly string[], member: Named) => boolean;
/**
 * Says in words what a reference to something on the engine takes, if the reference is not valid.
 * @param oneEach the command line that hands over many
 */
export declare function whyNoName(ref: string, oneEach: string, mayHaveBlanks?: boolean): string | undefined;
export {};
