import { type Reading, type Readings } from '../measures/measures.ts';
import type { Unavailable } from '../measures/readings.ts';
/** One measure over time: what it was at each look of the series, `undefined` where it could not be read. */
export interface MeasureSeries {
    /** At the last look that had it. */
    last: Reading;
    readonly values: (number | undefined)[];
    /** When it was closest to running out, or the most, of all looks, those that are not kept among them. */
    tightest: {
        readonly at: number;
        readonly value: number;
    };
}
/** How readings went, in no more memory than `MOST_LOOKS` of them take. */
export interface ReadingSeries {
    /** Looks that are closer than that, in ms, are not kept; longer each time that the series is thinned out. */
    apartMs: number;
    /** When it was looked, in ms since the epoch. */
    readonly at: number[];
    readonly measures: Map<string, MeasureSeries>;
    /** Of the last look. */
    unavailable: readonly Unavailable[];
}
export declare const MOST_LOOKS = 600;
/** @param pollIntervalMs how often readings are taken; they are also taken at submissions, and around collections */
export declare const emptySeries: (pollIntervalMs: number) => ReadingSeries;
/** Adds readings, which are no older than those before. */
export declare function addReadings(series: ReadingSeries, readings: Readings): void;
