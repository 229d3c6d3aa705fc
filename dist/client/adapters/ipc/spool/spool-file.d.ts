/** Makes the folder, which only its owner can enter. */
export declare function makeSpool(path: string): Promise<void>;
/**
 * Leaves a submission in the spool: when this resolves, it is on disk, whole, and owned by the folder's owner. All
 * happens in the very folder that was there at the beginning, so that root, as under sudo, gives away no file in
 * another folder.
 * @throws Error `ENOENT` if there is no spool any more
 */
export declare function spool(path: string, submission: object): Promise<void>;
