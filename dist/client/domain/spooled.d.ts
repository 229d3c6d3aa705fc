/** A spooled file that was not taken, and why. */
export interface Rejection {
    readonly file: string;
    readonly error: string;
}
