import type { CountLimit } from '../limits/limits.ts';
export interface ContainerReadings {
    /** Containers pending removal. */
    readonly containers: number;
}
/** The number of containers that wait for their removal. */
export declare const containers: {
    readonly trigger: "containers";
    readonly input: {
        readonly fallback: string;
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => CountLimit | undefined;
        readonly name: "container-threshold";
    };
    readonly unit: "count";
    readonly fires: "above";
    readonly urgency: 40;
    readonly runsOut: false;
    readonly reads: {
        readonly name: "containers";
        readonly read: (_: unknown, { members }: import("./measure.ts").Now) => {
            containers: number;
        };
    };
    readonly relief: {
        readonly isMeasured: false;
        readonly cutsGrace: false;
        readonly weighsLayers: false;
        readonly isHelpedByImages: false;
        readonly helpers: (pending: readonly import("../topology/topology.ts").Topology[]) => import("../topology/topology.ts").Topology[];
        readonly expected: (readings: ContainerReadings, { topologies }: import("./measure.ts").Gone) => {
            containers: number;
        };
    };
    readonly words: {
        readonly isShown: true;
        readonly name: () => string;
        readonly subject: () => string;
        readonly figure: "amount";
        readonly after: () => string;
        readonly lane: 10;
        readonly wavers: false;
    };
    readonly metrics: readonly [];
    readonly whenOften: {
        readonly effect: "has fewer and larger collections";
    };
    readonly amounts: ({ containers: value }: ContainerReadings) => {
        of: string;
        value: number;
    }[];
    readonly crossed: (limit: CountLimit, amount: import("./readings.ts").Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
};
