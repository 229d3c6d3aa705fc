import { type Stats } from 'node:fs';
/** Added to the flags of open(2): no link is followed, and a pipe that somebody put there holds nothing up. */
export declare const UNFOLLOWED: number;
/** Why something does not count, to be read after its path. */
export declare class NotOwn extends Error {
    readonly name = "NotOwn";
}
/** The user as whom this process acts. */
export declare const ownUser: () => number;
/** Why something is no folder of this user's; a link is none, where `stats` are of the link itself. */
export declare const whyNotOwnFolder: (path: string, stats: Stats) => string | undefined;
/** @throws NotOwn unless it is a plain file of this user's */
export declare function checkOwnFile(path: string, stats: Stats): void;
/** @throws NotOwn as `whyNotOwnFolder` says */
export declare function checkOwnFolder(path: string, stats: Stats): void;
/** Whether there is a folder of this user's; a link is none. */
export declare function isOwnFolder(path: string): boolean;
/** Reads a plain file of this user's. @throws NotOwn where it is something else; Error `ENOENT` and the like */
export declare function readOwnFile(path: string): string;
