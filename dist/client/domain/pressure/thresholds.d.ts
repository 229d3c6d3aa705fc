import type { Crossing, Relief } from '../measures/measure.ts';
import { type Limits, type MeasureTrigger, type Pressure, type Readings } from '../measures/measures.ts';
/** A threshold that was crossed. */
export interface Crossed extends Crossing {
    readonly trigger: Pressure;
    /** Which reading of that kind: what can run out (`/data`, `the inodes of /data`), else the trigger's own word. */
    readonly of: string;
}
/**
 * The thresholds that readings cross, most urgent first.
 * With `margin`, those from which readings have not gone back far enough yet.
 */
export declare function crossedThresholds(limits: Limits, readings: Readings, margin?: boolean): Crossed[];
/** A limit below which what has stopped may go. */
export interface Resting {
    readonly trigger: MeasureTrigger;
    readonly reason: string;
    readonly relief: Relief<Readings>;
}
/** What has time for what has stopped; `undefined` where nothing has, or nobody knows. */
export declare function restingThreshold(limits: Limits, readings: Readings): Resting | undefined;
