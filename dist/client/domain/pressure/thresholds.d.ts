import type { Crossing, Relief } from '../measures/measure.ts';
import { type Limits, type MeasureTrigger, type Pressure, type Readings } from '../measures/measures.ts';
/** A threshold that was crossed. */
export interface Crossed extends Crossing {
    readonly trigger: Pressure;
    /** Which reading of that kind: the supply (`/data`, `the inodes of /data`), or else the trigger's own word. */
    readonly of: string;
}
/**
 * The thresholds that readings cross, the most urgent first.
 * With `margin`, the thresholds from which readings have not gone back far enough yet.
 */
export declare function crossedThresholds(limits: Limits, readings: Readings, margin?: boolean): Crossed[];
/** A limit: below it, topologies that have stopped may go. */
export interface Resting {
    readonly trigger: MeasureTrigger;
    readonly reason: string;
    readonly relief: Relief<Readings>;
}
/** The limit that lets topologies that have stopped go; `undefined` if no limit does, or if its readings failed. */
export declare function restingThreshold(limits: Limits, readings: Readings): Resting | undefined;
