import { type Stats } from 'node:fs';
/** Added to the flags of open(2): follows no link, and does not wait for a foreign pipe. */
export declare const UNFOLLOWED: number;
/** Why something does not count; the text follows its path. */
export declare class NotOwn extends Error {
    readonly name = "NotOwn";
}
/** The effective user of this process. */
export declare const ownUser: () => number;
/** Why something is not a folder of this user's; a link does not count, if `stats` are of the link itself. */
export declare const whyNotOwnFolder: (path: string, stats: Stats) => string | undefined;
/** @throws NotOwn unless it is a plain file of this user's */
export declare function checkOwnFile(path: string, stats: Stats): void;
/** @throws NotOwn as `whyNotOwnFolder` says */
export declare function checkOwnFolder(path: string, stats: Stats): void;
/** Whether a folder of this user's is there; a link does not count. */
export declare function isOwnFolder(path: string): boolean;
/** Reads a plain file of this user's. @throws NotOwn if it is something else; Error `ENOENT` and the like */
export declare function readOwnFile(path: string): string;
