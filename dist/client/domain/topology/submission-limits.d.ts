import type { Fault } from '../errors.ts';
interface Named {
    readonly members: readonly {
        readonly field: string;
    }[];
    readonly selectors: readonly unknown[];
    readonly metadata?: Readonly<Record<string, string>> | undefined;
}
/** What one submission may hold; what needs more is submitted in parts, under one id. */
export declare const MOST_MEMBERS = 2000;
export declare const MOST_SELECTORS = 100;
/** Metadata says what a topology is, and is kept as long as that: keys and values together have so many characters. */
export declare const MOST_KEYS = 64;
export declare const MOST_METADATA = 16384;
/** How many characters keys and values have together. */
export declare const metadataLength: (metadata: Readonly<Record<string, string>>) => number;
/** A fault for each limit that a submission is over. */
export declare function limitFaults({ members, selectors, metadata }: Named): Fault[];
export {};
