import type { Submission } from './submission.ts';
/** A submission that a client left in the spool. */
export interface Spooled {
    /** The file's name. */
    readonly file: string;
    readonly submission: Submission;
}
/** A spooled file that was not taken, and why. */
export interface Rejection {
    readonly file: string;
    readonly error: string;
}
