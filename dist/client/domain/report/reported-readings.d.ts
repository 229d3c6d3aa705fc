import { type Limits, type Reading } from '../measures/measures.ts';
import type { Unavailable } from '../measures/readings.ts';
import type { ReadingSeries } from './reading-series.ts';
/** One measure of a report, over time. */
export interface ReportedMeasure extends Omit<Reading, 'value' | 'perByte'> {
    /** At each of the looks; `null` where it could not be read. */
    readonly values: readonly (number | null)[];
    /** Where it was closest to running out, or the most; of all looks, also those that are not told. */
    readonly tightest: {
        readonly at: number;
        readonly value: number;
    };
    /** Where its input's limit lies, in the same unit; absent where that is off. */
    readonly threshold?: number;
}
/** How readings went while something was pending. */
export interface ReportedReadings {
    /** When it was looked, in ms since the epoch. */
    readonly at: readonly number[];
    readonly measures: readonly ReportedMeasure[];
    /** What could not be read at the last look, and why. */
    readonly unavailable: readonly Unavailable[];
}
export declare const NO_READINGS: ReportedReadings;
export declare const reportReadings: ({ at, measures, unavailable }: ReadingSeries, limits: Limits) => ReportedReadings;
/** How far a measure has come to its threshold: 1 where it has reached it. `undefined` where it has none, or is no pressure. */
export declare function closeness(measure: ReportedMeasure): number | undefined;
/** The first of that input. */
export declare const measureOf: ({ measures }: ReportedReadings, input: ReportedMeasure["input"]) => ReportedMeasure | undefined;
