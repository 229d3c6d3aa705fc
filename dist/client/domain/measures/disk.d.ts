import type { SpaceLimit } from '../limits/limits.ts';
import type { Relief } from './measure.ts';
import type { SpaceReading } from './readings.ts';
export interface DiskReadings {
    /** The bytes of each relevant file system. */
    readonly disk: readonly SpaceReading[];
}
/** The bytes of the file systems that hold the engine and the workspace. */
export declare const disk: {
    readonly trigger: "disk";
    readonly input: {
        readonly fallback: string;
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => SpaceLimit | undefined;
        readonly name: "disk-threshold";
    };
    readonly unit: "bytes";
    readonly fires: "above";
    readonly urgency: 10;
    readonly runsOut: true;
    readonly reads: {
        readonly name: "disk";
        readonly ask: ({ probe, missing }: import("./measure.ts").Sources) => Promise<readonly SpaceReading[]>;
        readonly read: (spaces?: readonly SpaceReading[] | undefined) => {
            disk: readonly SpaceReading[];
        };
    };
    readonly relief: Relief<DiskReadings>;
    readonly words: {
        readonly isShown: true;
        readonly name: (of: string) => string;
        readonly subject: (of: string) => string;
        readonly figure: "free";
        readonly after: () => string;
        readonly lane: 30;
        readonly wavers: false;
    };
    readonly metrics: readonly import("./measure.ts").Metric<DiskReadings>[];
    readonly whenOften: {
        readonly input: {
            readonly name: "remove-images";
            readonly from: "never";
            readonly to: "pulled";
        };
        readonly effect: "also removes images that came during the job";
    };
    readonly amounts: ({ disk: spaces }: DiskReadings) => import("./readings.ts").Amount[];
    readonly crossed: (limit: SpaceLimit, amount: import("./readings.ts").Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
};
