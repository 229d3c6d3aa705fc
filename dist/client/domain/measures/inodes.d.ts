import type { SpaceLimit } from '../limits/limits.ts';
import { type DiskReadings } from './disk.ts';
import type { Amount } from './readings.ts';
/** The inodes of the same file systems, read with the disk. Many small files use up the inodes long before the bytes. */
export declare const inodes: {
    readonly trigger: "disk";
    readonly input: {
        readonly fallback: string;
        readonly takes: string;
        readonly values: readonly string[];
        readonly parse: (text: string) => SpaceLimit | undefined;
        readonly name: "disk-threshold";
    };
    readonly unit: "inodes";
    readonly fires: "above";
    readonly urgency: 10;
    readonly runsOut: true;
    readonly relief: import("./measure.ts").Relief<DiskReadings>;
    readonly words: {
        readonly isShown: true;
        readonly name: (of: string) => string;
        readonly subject: (of: string) => string;
        readonly figure: "used";
        readonly after: () => string;
        readonly lane: 80;
        readonly wavers: false;
    };
    readonly metrics: readonly [{
        readonly name: "topo_gc_free_inodes";
        readonly help: "The free inodes of a file system.";
        readonly samples: (readings: DiskReadings) => {
            labels: {
                of: string;
            };
            value: number;
        }[];
    }, {
        readonly name: "topo_gc_size_inodes";
        readonly help: "All inodes of a file system.";
        readonly samples: (readings: DiskReadings) => {
            labels: {
                of: string;
            };
            value: number;
        }[];
    }];
    readonly whenOften: {
        readonly input: {
            readonly name: "remove-images";
            readonly from: "never";
            readonly to: "pulled";
        };
        readonly effect: "also removes images that came during the job";
    };
    readonly amounts: (readings: DiskReadings) => Amount[];
    readonly crossed: (limit: SpaceLimit, amount: Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
};
