import { type Stats } from 'node:fs';
/** A user and a group, by their numbers. */
export interface Owner {
    readonly uid: number;
    readonly gid: number;
}
/**
 * A folder that is open. What is done below its `path` happens in that very folder, even if another takes its name
 * (proc(5), `/proc/self/fd`); and that path is short enough for a socket.
 */
export declare class OpenFolder implements Disposable {
    #private;
    /** @throws Error `ENOENT`; `ENOTDIR` if it is a link or a file */
    constructor(path: string);
    get path(): string;
    stats(): Stats;
    giveTo({ uid, gid }: Owner): void;
    /** Makes what was made, renamed or removed in it survive a power cut. */
    sync(): void;
    [Symbol.dispose](): void;
}
