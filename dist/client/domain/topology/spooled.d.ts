/** A hand-over that was not taken, and why: a file of the spool, or a client's submission. */
export interface Rejection {
    readonly file?: string;
    /** The intended topology, if a client sent the hand-over and it has an id. */
    readonly topology?: string;
    readonly error: string;
}
/** The number of refused submissions that are kept: a client that always fails repeats itself. */
export declare const MOST_REFUSALS = 100;
/** `half.json of the spool`, `the submission of lab`. */
export declare const describeRejected: ({ file, topology }: Rejection) => string;
