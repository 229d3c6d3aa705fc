import type { CountLimit, DurationLimit, PercentLimit, SpaceLimit } from './limits.ts';
/** An input: its default, the values that it takes in words, and the parser of its text. */
export interface Input<T> {
    readonly fallback: string;
    readonly takes: string;
    /** The accepted words that can be listed. */
    readonly values: readonly string[];
    /** `undefined`: the text is not valid. */
    readonly parse: (text: string) => T | undefined;
}
/** Durations of at least this length, in ms. */
export declare const atLeast: (least: number) => (text: string) => number | undefined;
/** How full a file system or memory may be. */
export declare const spaceInput: (fallback: string) => Input<SpaceLimit>;
export declare const countInput: (fallback: string) => Input<CountLimit>;
export declare const percentInput: Input<PercentLimit>;
export declare const durationInput: Input<DurationLimit>;
