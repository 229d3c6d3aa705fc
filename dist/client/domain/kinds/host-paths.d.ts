/** What a path has to be, in words. */
export declare const TAKES_PATH = "takes an absolute path, no segment of it empty, \".\" or \"..\"";
/** Whether a text is the only way to write a path: what it is below can be told from the text alone. */
export declare const isPlainPath: (text: string) => boolean;
/** `path-roots`: one a line, without empty lines; `undefined` where one of them is no plain path, or `/`. */
export declare function parsePathRoots(text: string): readonly string[] | undefined;
/** True where the removal of one would touch the other. */
export declare const overlap: (a: string, b: string) => boolean;
/** The innermost of the roots that a path is below. */
export declare const rootOf: (path: string, roots: readonly string[]) => string | undefined;
/** Why the roots don't allow that a path is removed; `undefined` where they do. */
export declare function whyOutside(path: string, roots: readonly string[]): string | undefined;
/** A part of the way from `/` to a path, the root of the path included, the path itself not. */
export interface Ancestor {
    readonly path: string;
    readonly isLink: boolean;
    /** A uid. */
    readonly owner: number;
    /** The permission bits, the sticky bit among them. */
    readonly mode: number;
    readonly isAboveRoot: boolean;
}
/**
 * Why the way to a path can't be relied on; `undefined` where it can. Whoever may write a folder can put something else in
 * the place of what is in there, between the submission and the removal, and so choose what is removed. So each folder
 * has to belong to one of `owners` (root, and who runs the agent), and nobody else may write it: neither its group, of
 * which nobody can say here who is in it (an ACL shows in the group's bits as well), nor the world.
 *
 * The one exception is a sticky folder above the root, as `/tmp` is above `/tmp/topology`: others may put
 * things beside the root, but not move or replace what belongs to one of `owners`, and that the next folder on the way does is
 * asked as well. From the root down a sticky folder is no exception: there, others could make the very path before its owner does.
 * @param owners uids
 */
export declare function whyNoWay(ancestor: Ancestor, owners: readonly number[]): string | undefined;
