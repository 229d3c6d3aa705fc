import type { Clock } from '../../domain/ports.ts';
/** Begins at the time of day and then goes on by the monotonic clock, so that setting the time of day changes nothing. */
export declare const systemClock: Clock;
/** How long this process runs, in ms. */
export declare const msSinceStart: () => number;
/** Calls back after each `ms` until what is returned is disposed of; keeps this process alive until then. */
export declare function every(ms: number, call: () => void): Disposable;
