import type { PercentLimit } from '../limits/limits.ts';
import { idleBatch } from '../removal/removal-plan.ts';
import type { CpuTimes } from './readings.ts';
export interface BusyReadings {
    /** The share of the time since the last look in which the CPUs were busy, 0 to 100; absent at the first look. */
    readonly busyPercent?: number;
}
/** The share of the time between two looks in which the CPUs were busy, 0 to 100; `undefined` if no time has passed. */
export declare function busyBetween(before: CpuTimes, after: CpuTimes): number | undefined;
/** Whether the CPUs have time for topologies that have stopped. */
export declare const busy: {
    readonly trigger: "idle";
    readonly input: {
        readonly fallback: "50%";
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => PercentLimit | undefined;
        readonly name: "idle-collect";
    };
    readonly unit: "percent";
    readonly fires: "below";
    readonly urgency: 90;
    readonly runsOut: false;
    readonly reads: {
        readonly name: "cpu";
        readonly ask: ({ probe }: import("./measure.ts").Sources) => Promise<CpuTimes>;
        readonly read: (times: CpuTimes | undefined, { busySince }: import("./measure.ts").Now) => {
            busyPercent?: never;
        } | {
            busyPercent: number;
        };
    };
    readonly relief: {
        readonly isMeasured: true;
        readonly cutsGrace: false;
        readonly weighsLayers: false;
        readonly isHelpedByImages: false;
        readonly helpers: typeof idleBatch;
    };
    readonly words: {
        readonly isShown: true;
        readonly name: () => string;
        readonly subject: () => string;
        readonly figure: "amount";
        readonly after: () => string;
        readonly lane: 50;
        readonly wavers: true;
    };
    readonly metrics: readonly [{
        readonly name: "topo_gc_cpu_busy_ratio";
        readonly help: "The share of the time since the last look in which the CPUs were busy.";
        readonly samples: ({ busyPercent }: BusyReadings) => {
            value: number;
        }[];
    }];
    readonly amounts: ({ busyPercent: value }: BusyReadings) => {
        of: string;
        value: number;
    }[];
    readonly crossed: (limit: PercentLimit, { value }: import("./readings.ts").Amount) => {
        reading: number;
        step: number;
        reason: string;
        back: string;
    } | undefined;
};
