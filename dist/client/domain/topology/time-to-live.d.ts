/** How long a lease lasts if no process and no connection holds it. */
export interface TimeToLive {
    /** From the last request that named the lease, in ms. */
    readonly ms: number;
    /** The time of that request by this host's clock, in ms since the epoch. */
    readonly spokenAt: number;
}
/** The form of a time to live, in words. */
export declare const TAKES_TTL = "a duration with its unit, from \"1s\" to \"24h\", such as \"30m\"";
/** A time to live in ms; `undefined` if the text is none. */
export declare const parseTtl: (text: string) => number | undefined;
