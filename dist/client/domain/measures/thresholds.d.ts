import { type Readings, type Supply } from './readings.ts';
export type SpaceLimit = {
    readonly kind: 'off';
}
/** At least this much is used, 0 to 100. */
 | {
    readonly kind: 'used';
    readonly percent: number;
}
/** At most this much is free. */
 | {
    readonly kind: 'free';
    readonly bytes: number;
};
export type PercentLimit = {
    readonly kind: 'off';
} | {
    readonly kind: 'percent';
    readonly percent: number;
};
export type CountLimit = {
    readonly kind: 'off';
} | {
    readonly kind: 'count';
    readonly count: number;
};
export type DurationLimit = {
    readonly kind: 'off';
} | {
    readonly kind: 'duration';
    readonly ms: number;
};
export interface Limits {
    readonly disk: SpaceLimit;
    readonly memory: SpaceLimit;
    /** At least this much CPU pressure, or load a core. */
    readonly cpu: PercentLimit;
    readonly containers: CountLimit;
    readonly networks: CountLimit;
    readonly age: DurationLimit;
    /** The CPUs are less busy than this: what has stopped may go then. */
    readonly idle: PercentLimit;
}
export type Pressure = 'disk' | 'memory' | 'cpu' | 'containers' | 'networks' | 'age';
/** A threshold that was crossed. */
export interface Crossed {
    readonly trigger: Pressure;
    /** Which reading of that kind: what can run out (`/data`, `the inodes of /data`), else the trigger's own word. */
    readonly of: string;
    /** What was compared, as a number that is the higher the worse: what is used, how many there are, how old one is in ms. */
    readonly reading: number;
    /** A byte more or less is no news: a change counts from here on. */
    readonly step: number;
    readonly reason: string;
    /** When it is back by its margin, in words that follow on "until": `4.40 GiB are free`. */
    readonly back: string;
}
/** How far back a reading has to go before `reclaim: enough` ends: points of use, what is free, counts and the CPU. */
export declare const BACK: {
    points: number;
    free: number;
    count: number;
};
/** How much of it is used, for a crossed threshold. */
export declare const usedOf: ({ of, total, free }: Supply) => Pick<Crossed, "of" | "reading" | "step">;
export declare const whenFree: ({ unit }: Supply, free: number) => string;
/**
 * The thresholds that readings cross, most urgent first.
 * With `margin`, those from which readings have not gone back far enough yet.
 */
export declare const crossedThresholds: (limits: Limits, readings: Readings, margin?: boolean) => Crossed[];
/** Why the CPUs have time for what has stopped; `undefined` where they have none, or nobody knows how busy they are. */
export declare const whyIdle: ({ idle }: Limits, { busyPercent }: Readings) => string | undefined;
