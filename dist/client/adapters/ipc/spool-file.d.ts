/** Makes the folder, which only its owner can enter. */
export declare function makeSpool(path: string): Promise<void>;
/**
 * Leaves a submission in the spool: on disk, whole, and the folder's owner's, when it resolves.
 * @throws Error `ENOENT` where there is no spool any more
 */
export declare function spool(path: string, submission: object): Promise<void>;
/** Removes what is left of the spool. */
export declare function removeSpool(path: string): Promise<void>;
