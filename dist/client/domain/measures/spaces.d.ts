import type { SpaceLimit } from '../limits/limits.ts';
import type { Crossing, Metric } from './measure.ts';
import { type Amount, type SpaceReading } from './readings.ts';
/** How far a reading of a supply has to go back: points of use, and a factor of the free amount. */
export declare const SPACE_MARGIN: {
    readonly points: 5;
    readonly free: 1.1;
};
type SpaceUnit = 'bytes' | 'inodes';
export declare const bytesOf: ({ of, freeBytes: value, totalBytes: total }: SpaceReading) => Amount;
/** The used share, for a crossed threshold. */
export declare const usedOf: ({ total, value }: Amount) => Pick<Crossing, "reading" | "step">;
/** `4.40 GiB are free`. */
export declare const whenFree: (unit: string, free: number) => string;
/**
 * Compares a supply with its limit. If the limit is a free size, the limit for inodes is the same share that the size has
 * of all bytes: each byte has its part of an inode.
 * @param subject the supply, as words for a sentence
 */
export declare function spaceCrossed(unit: SpaceUnit, subject: string, limit: SpaceLimit, amount: Amount, margin: boolean): Crossing | undefined;
/** The free amounts and the sizes of spaces, by name. */
export declare const byteMetrics: <R>(spacesOf: (readings: R) => readonly SpaceReading[]) => readonly Metric<R>[];
export {};
