import type { CountLimit, DurationLimit, PercentLimit, SpaceLimit } from './limits.ts';
/** An input: its default, what it takes, in words, and how its text is read. */
export interface Input<T> {
    readonly fallback: string;
    readonly takes: string;
    /** Of what it takes, the words that can be listed. */
    readonly values: readonly string[];
    /** `undefined`: not what it takes. */
    readonly parse: (text: string) => T | undefined;
}
/** Durations that are not shorter than that, in ms. */
export declare const atLeast: (least: number) => (text: string) => number | undefined;
/** What a file system or memory may be filled to. */
export declare const spaceInput: (fallback: string) => Input<SpaceLimit>;
export declare const countInput: (fallback: string) => Input<CountLimit>;
export declare const percentInput: Input<PercentLimit>;
export declare const durationInput: Input<DurationLimit>;
