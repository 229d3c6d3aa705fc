import type { SpaceLimit } from '../limits/limits.ts';
import type { Crossing, Metric } from './measure.ts';
import { type Amount, type SpaceReading } from './readings.ts';
/** How far back a reading of what runs out has to go: points of use, and times what is free. */
export declare const SPACE_MARGIN: {
    readonly points: 5;
    readonly free: 1.1;
};
type SpaceUnit = 'bytes' | 'inodes';
export declare const bytesOf: ({ of, freeBytes: value, totalBytes: total }: SpaceReading) => Amount;
/** How much of it is used, for a crossed threshold. */
export declare const usedOf: ({ total, value }: Amount) => Pick<Crossing, "reading" | "step">;
/** `4.40 GiB are free`. */
export declare const whenFree: (unit: string, free: number) => string;
/**
 * Compares what runs out with its limit. Of a size free, inodes stand for the share that it is of the bytes: each byte has its
 * part of an inode.
 * @param subject what it is of, in a sentence
 */
export declare function spaceCrossed(unit: SpaceUnit, subject: string, limit: SpaceLimit, amount: Amount, margin: boolean): Crossing | undefined;
/** What is free of spaces, and how large they are, by what they are of. */
export declare const byteMetrics: <R>(spacesOf: (readings: R) => readonly SpaceReading[]) => readonly Metric<R>[];
export {};
