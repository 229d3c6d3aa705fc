import type { PercentLimit } from '../limits/limits.ts';
import type { CpuReading } from './readings.ts';
export interface CpuReadings {
    readonly cpu?: CpuReading;
}
/** The demand for the CPU: its pressure, or its load if the kernel does not report pressure. */
export declare const cpu: {
    readonly trigger: "cpu";
    readonly input: {
        readonly fallback: string;
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => PercentLimit | undefined;
        readonly name: "cpu-threshold";
    };
    readonly unit: "percent";
    readonly fires: "above";
    readonly urgency: 50;
    readonly runsOut: false;
    readonly reads: {
        readonly name: "cpu";
        readonly ask: ({ probe }: import("./measure.ts").Sources) => Promise<CpuReading>;
        readonly read: (reading: CpuReading | undefined) => {
            cpu?: never;
        } | {
            cpu: CpuReading;
        };
    };
    readonly relief: {
        readonly isMeasured: true;
        readonly cutsGrace: true;
        readonly weighsLayers: false;
        readonly isHelpedByImages: false;
        readonly helpers: (pending: readonly import("../topology/topology.ts").Topology[]) => import("../topology/topology.ts").Topology[];
    };
    readonly words: {
        readonly isShown: true;
        readonly name: () => string;
        readonly subject: () => string;
        readonly figure: "amount";
        readonly after: (of: string) => "pressure" | "load a core";
        readonly lane: 50;
        readonly wavers: true;
    };
    readonly metrics: readonly [{
        readonly name: "topo_gc_cpu_ratio";
        readonly help: "CPU pressure (PSI some avg10), or load a core where the kernel has no PSI; 1 is 100%.";
        readonly samples: (readings: CpuReadings) => {
            labels: {
                by: "pressure" | "load";
            };
            value: number;
        }[];
    }];
    readonly amounts: (readings: CpuReadings) => {
        of: "pressure" | "load";
        value: number;
    }[];
    readonly crossed: (limit: PercentLimit, { of, value }: import("./readings.ts").Amount, margin: boolean) => {
        reading: number;
        step: number;
        reason: string;
        back: string;
    } | undefined;
    readonly pace: (readings: CpuReadings) => number;
};
