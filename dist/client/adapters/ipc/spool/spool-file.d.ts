/** Makes the folder, which only its owner can enter. */
export declare function makeSpool(path: string): Promise<void>;
/**
 * Leaves a submission in the spool: on disk, whole, and the folder's owner's, when it resolves. All is done in the very folder
 * that was there at the beginning, so that root, as under sudo, gives away no file in another one.
 * @throws Error `ENOENT` where there is no spool any more
 */
export declare function spool(path: string, submission: object): Promise<void>;
