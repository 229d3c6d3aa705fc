/** The form of a path, in words. */
export declare const TAKES_PATH = "takes an absolute path, no segment of it empty, \".\" or \"..\"";
/** Whether a text is the only way to write a path, so that the text alone shows what the path is below. */
export declare const isPlainPath: (text: string) => boolean;
/** `path-roots`: one per line, without empty lines; `undefined` if one of them is no plain path, or is `/`. */
export declare function parsePathRoots(text: string): readonly string[] | undefined;
/** True if removing one path would touch the other. */
export declare const overlap: (a: string, b: string) => boolean;
/** The innermost root that contains a path. */
export declare const rootOf: (path: string, roots: readonly string[]) => string | undefined;
/** Why the roots do not allow the removal of a path; `undefined` if they do. */
export declare function whyOutside(path: string, roots: readonly string[]): string | undefined;
/** A folder on the way from `/` to a path, including the root of the path, excluding the path itself. */
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
 * Why the way to a path can't be relied on; `undefined` if it can. A user who may write a folder can replace its content
 * between the submission and the removal, and so choose what is removed. So each folder must belong to one of `owners`
 * (root, and the user of the agent), and no other user may write it: neither its group, whose members are unknown here (an
 * ACL also shows in the group's bits), nor the world.
 *
 * The one exception is a sticky folder above the root, such as `/tmp` above `/tmp/topology`. Other users may put things
 * beside the root there, but they cannot move or replace what belongs to one of `owners`; the next folder on the way is
 * checked for that too. Sticky folders from the root down are no exception: other users could make the very path before its
 * owner does.
 * @param owners uids
 */
export declare function whyNoWay(ancestor: Ancestor, owners: readonly number[]): string | undefined;
