import type { SpaceLimit } from '../limits/limits.ts';
import type { SpaceReading } from './readings.ts';
export interface MemoryReadings {
    /** The memory of this host, and of each control group above this process whose limit is lower. */
    readonly memory: readonly SpaceReading[];
}
/** The memory of the host, and of the control groups that the agent is in. */
export declare const memory: {
    readonly trigger: "memory";
    readonly input: {
        readonly fallback: string;
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => SpaceLimit | undefined;
        readonly name: "memory-threshold";
    };
    readonly unit: "bytes";
    readonly fires: "above";
    readonly urgency: 20;
    readonly runsOut: true;
    readonly reads: {
        readonly name: "memory";
        readonly ask: ({ probe, missing }: import("./measure.ts").Sources) => Promise<readonly SpaceReading[]>;
        readonly read: (spaces?: readonly SpaceReading[] | undefined) => {
            memory: readonly SpaceReading[];
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
        readonly name: (of: string) => string;
        readonly subject: (of: string) => string;
        readonly figure: "used";
        readonly after: () => string;
        readonly lane: 40;
        readonly wavers: false;
    };
    readonly metrics: readonly import("./measure.ts").Metric<MemoryReadings>[];
    readonly amounts: ({ memory: spaces }: MemoryReadings) => import("./readings.ts").Amount[];
    readonly crossed: (limit: SpaceLimit, amount: import("./readings.ts").Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
};
