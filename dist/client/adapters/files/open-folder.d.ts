import { type Stats } from 'node:fs';
/** A user and a group, by their numbers. */
export interface Owner {
    readonly uid: number;
    readonly gid: number;
}
/**
 * A folder that is open. What is done below its `path` is done in that very folder, whatever takes its name meanwhile
 * (proc(5), `/proc/self/fd`); and that path is short enough for a socket.
 */
export declare class OpenFolder implements Disposable {
    #private;
    /** @throws Error `ENOENT`; `ENOTDIR` where it is a link or a file */
    constructor(path: string);
    get path(): string;
    stats(): Stats;
    giveTo({ uid, gid }: Owner): void;
    /** What was made, renamed or removed in it is there after a power cut. */
    sync(): void;
    [Symbol.dispose](): void;
}
