/**
 * The longest duration, whoever gives it: no wait is longer than a day, and a JavaScript timer of 2^31 ms or more fires at
 * once.
 */
export declare const LONGEST_MS: number;
/** The form of a duration, in words. */
export declare const TAKES_DURATION = "a duration such as \"2s\", at most \"24h\"";
/** `512MiB`, `10GB`, `1.5GiB` in bytes; KB, MB, GB, TB are powers of 1000. `undefined` for anything else. */
export declare function parseSize(text: string): number | undefined;
/** `500ms`, `10s`, `2m`, `1h` in ms, at most a day. `undefined` for anything else. */
export declare function parseDuration(text: string): number | undefined;
/** A duration from outside, in ms, limited to 0 to one day. */
export declare const boundedMs: (ms: number) => number;
/** `85%`, from 0 (excluded) to 100. `undefined` for anything else. */
export declare function parsePercent(text: string): number | undefined;
/** A whole number from 1 to 1,000,000. `undefined` for anything else. */
export declare function parseCount(text: string): number | undefined;
/** `9.5s`, `34s`. */
export declare const seconds: (ms: number) => string;
