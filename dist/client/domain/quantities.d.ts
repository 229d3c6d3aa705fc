/** `512MiB`, `10GB`, `1.5GiB` in bytes; KB, MB, GB, TB are powers of 1000. `undefined` for anything else. */
export declare function parseSize(text: string): number | undefined;
/** `500ms`, `10s`, `2m`, `1h` in ms, at most a day. `undefined` for anything else. */
export declare function parseDuration(text: string): number | undefined;
/** `85%`, from 0 (excluded) to 100. `undefined` for anything else. */
export declare function parsePercent(text: string): number | undefined;
/** A whole number from 1 to 1,000,000. `undefined` for anything else. */
export declare function parseCount(text: string): number | undefined;
