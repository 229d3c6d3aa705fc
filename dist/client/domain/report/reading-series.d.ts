import { type Reading, type Readings } from '../measures/measures.ts';
import type { Unavailable } from '../measures/readings.ts';
/** One measure over time: its value at each look of the series, `undefined` if the reading failed. */
export interface MeasureSeries {
    /** The last value that was read. */
    last: Reading;
    readonly values: (number | undefined)[];
    /** The look closest to running out, or the highest, of all looks, including those that are not kept. */
    tightest: {
        readonly at: number;
        readonly value: number;
    };
}
/** The readings over time, in no more memory than `MOST_LOOKS` of them take. */
export interface ReadingSeries {
    /** Looks that are closer together, in ms, are not kept; this grows each time the series is thinned out. */
    apartMs: number;
    /** The times of the looks, in ms since the epoch. */
    readonly at: number[];
    readonly measures: Map<string, MeasureSeries>;
    /** The failed readings of the last look. */
    unavailable: readonly Unavailable[];
}
export declare const MOST_LOOKS = 600;
/** @param pollIntervalMs the time between polls; readings are also taken at submissions, and around collections */
export declare const emptySeries: (pollIntervalMs: number) => ReadingSeries;
/** Adds readings, which must not be older than the readings before. */
export declare function addReadings(series: ReadingSeries, readings: Readings): void;
