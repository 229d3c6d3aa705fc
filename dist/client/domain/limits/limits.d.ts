import type { Amount } from '../measures/readings.ts';
interface Off {
    readonly kind: 'off';
}
export type SpaceLimit = Off
/** At least this much is used, 0 to 100. */
 | {
    readonly kind: 'used';
    readonly percent: number;
}
/** At most this much is free. */
 | {
    readonly kind: 'free';
    readonly bytes: number;
};
export type PercentLimit = Off | {
    readonly kind: 'percent';
    readonly percent: number;
};
export type CountLimit = Off | {
    readonly kind: 'count';
    readonly count: number;
};
export type DurationLimit = Off | {
    readonly kind: 'duration';
    readonly ms: number;
};
/** The parsed form of a measure's input. */
export type Limit = SpaceLimit | PercentLimit | CountLimit | DurationLimit;
/** The position of a limit, in the unit of the amount; `undefined` if it is off. */
export declare function limitOn(limit: Limit, { total, perByte }: Amount): number | undefined;
export {};
