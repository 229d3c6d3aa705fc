import type { Fault } from '../errors.ts';
interface Named {
    readonly members: readonly {
        readonly field: string;
    }[];
    readonly selectors: readonly unknown[];
    readonly metadata?: Readonly<Record<string, string>> | undefined;
}
/** The limits of one submission; a client submits larger topologies in parts, under one id. */
export declare const MOST_MEMBERS = 2000;
export declare const MOST_SELECTORS = 100;
/** Metadata describes a topology and is kept as long as the topology: the most characters of keys and values together. */
export declare const MOST_KEYS = 64;
export declare const MOST_METADATA = 16384;
/** The number of characters of keys and values together. */
export declare const metadataLength: (metadata: Readonly<Record<string, string>>) => number;
/** A fault for each limit that a submission exceeds. */
export declare function limitFaults({ members, selectors, metadata }: Named): Fault[];
export {};
