import type { DurationLimit } from '../limits/limits.ts';
export interface AgeReadings {
    /** Age of the oldest pending topology in ms; absent if nothing is pending. */
    readonly oldestMs?: number;
}
/** The age of the oldest topology. */
export declare const age: {
    readonly trigger: "age";
    readonly input: {
        readonly fallback: string;
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => DurationLimit | undefined;
        readonly name: "age-threshold";
    };
    readonly unit: "ms";
    readonly fires: "above";
    readonly urgency: 60;
    readonly runsOut: false;
    readonly reads: {
        readonly name: "age";
        readonly read: (_: unknown, { at, oldestAt }: import("./measure.ts").Now) => {
            oldestMs?: never;
        } | {
            oldestMs: number;
        };
    };
    readonly relief: {
        readonly isMeasured: false;
        readonly cutsGrace: false;
        readonly weighsLayers: false;
        readonly isHelpedByImages: false;
        readonly helpers: (pending: readonly import("../topology/topology.ts").Topology[]) => readonly import("../topology/topology.ts").Topology[];
        readonly expected: (_: AgeReadings, { at, oldestLeft }: import("./measure.ts").Gone) => {
            oldestMs: number;
        };
    };
    readonly words: {
        readonly isShown: false;
        readonly name: () => string;
        readonly subject: () => string;
        readonly figure: "amount";
        readonly after: () => string;
        readonly lane: 60;
        readonly wavers: true;
    };
    readonly metrics: readonly [{
        readonly name: "topo_gc_oldest_pending_seconds";
        readonly help: "Age of the oldest pending topology.";
        readonly isOfPending: true;
        readonly samples: ({ oldestMs }: AgeReadings) => {
            value: number;
        }[];
    }];
    readonly amounts: ({ oldestMs: value }: AgeReadings) => {
        of: string;
        value: number;
    }[];
    readonly crossed: (limit: DurationLimit, { value }: import("./readings.ts").Amount) => {
        reading: number;
        step: number;
        reason: string;
        back: string;
    } | undefined;
};
