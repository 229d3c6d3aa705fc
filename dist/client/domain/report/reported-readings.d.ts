import { type Limits, type Reading } from '../measures/measures.ts';
import type { Unavailable } from '../measures/readings.ts';
import type { ReadingSeries } from './reading-series.ts';
/** One measure of a report, over time. */
export interface ReportedMeasure extends Omit<Reading, 'value' | 'perByte'> {
    /** The value at each look; `null` if the reading failed. */
    readonly values: readonly (number | null)[];
    /** The value closest to running out, or the highest value, of all looks, including looks that are not kept. */
    readonly tightest: {
        readonly at: number;
        readonly value: number;
    };
    /** The limit of its input, in the same unit; absent if the limit is off. */
    readonly threshold?: number;
}
/** The readings over time while something was pending. */
export interface ReportedReadings {
    /** The times of the looks, in ms since the epoch. */
    readonly at: readonly number[];
    readonly measures: readonly ReportedMeasure[];
    /** The failed readings of the last look, and why they failed. */
    readonly unavailable: readonly Unavailable[];
}
export declare const NO_READINGS: ReportedReadings;
export declare const reportReadings: ({ at, measures, unavailable }: ReadingSeries, limits: Limits) => ReportedReadings;
/** How close a measure came to its threshold: 1 if it reached the threshold. `undefined` if it has none, or is no pressure. */
export declare function closeness(measure: ReportedMeasure): number | undefined;
/** The first measure of that input. */
export declare const measureOf: ({ measures }: ReportedReadings, input: ReportedMeasure["input"]) => ReportedMeasure | undefined;
