import type { Clock } from '../../domain/ports.ts';
/** Begins at the time of day and then follows the monotonic clock, so a change of the time of day has no effect. */
export declare const systemClock: Clock;
/** How long this process has been running, in ms. */
export declare const msSinceStart: () => number;
/** Calls back after each `ms` until the returned object is disposed of; keeps this process alive until then. */
export declare function every(ms: number, call: () => void): Disposable;
