import type { Input } from '../limits/limit-inputs.ts';
import type { Limit } from '../limits/limits.ts';
import type { Measure, Reads } from './measure.ts';
import type { Amount, Unavailable } from './readings.ts';
/** Every measure, one line per measure, in the order in which output lists them. */
declare const TABLE: {
    disk: {
        readonly trigger: "disk";
        readonly input: {
            readonly fallback: string;
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").SpaceLimit | undefined;
            readonly name: "disk-threshold";
        };
        readonly unit: "bytes";
        readonly fires: "above";
        readonly urgency: 10;
        readonly runsOut: true;
        readonly reads: {
            readonly name: "disk";
            readonly ask: ({ probe, missing }: import("./measure.ts").Sources) => Promise<readonly import("./readings.ts").SpaceReading[]>;
            readonly read: (spaces?: readonly import("./readings.ts").SpaceReading[] | undefined) => {
                disk: readonly import("./readings.ts").SpaceReading[];
            };
        };
        readonly relief: import("./measure.ts").Relief<import("./disk.ts").DiskReadings>;
        readonly words: {
            readonly isShown: true;
            readonly name: (of: string) => string;
            readonly subject: (of: string) => string;
            readonly figure: "free";
            readonly after: () => string;
            readonly lane: 30;
            readonly wavers: false;
        };
        readonly metrics: readonly import("./measure.ts").Metric<import("./disk.ts").DiskReadings>[];
        readonly whenOften: {
            readonly input: {
                readonly name: "remove-images";
                readonly from: "never";
                readonly to: "pulled";
            };
            readonly effect: "also removes images that came during the job";
        };
        readonly amounts: ({ disk: spaces }: import("./disk.ts").DiskReadings) => Amount[];
        readonly crossed: (limit: import("../limits/limits.ts").SpaceLimit, amount: Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
    };
    inodes: {
        readonly trigger: "disk";
        readonly input: {
            readonly fallback: string;
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").SpaceLimit | undefined;
            readonly name: "disk-threshold";
        };
        readonly unit: "inodes";
        readonly fires: "above";
        readonly urgency: 10;
        readonly runsOut: true;
        readonly relief: import("./measure.ts").Relief<import("./disk.ts").DiskReadings>;
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
            readonly samples: (readings: import("./disk.ts").DiskReadings) => {
                labels: {
                    of: string;
                };
                value: number;
            }[];
        }, {
            readonly name: "topo_gc_size_inodes";
            readonly help: "All inodes of a file system.";
            readonly samples: (readings: import("./disk.ts").DiskReadings) => {
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
        readonly amounts: (readings: import("./disk.ts").DiskReadings) => Amount[];
        readonly crossed: (limit: import("../limits/limits.ts").SpaceLimit, amount: Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
    };
    memory: {
        readonly trigger: "memory";
        readonly input: {
            readonly fallback: string;
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").SpaceLimit | undefined;
            readonly name: "memory-threshold";
        };
        readonly unit: "bytes";
        readonly fires: "above";
        readonly urgency: 20;
        readonly runsOut: true;
        readonly reads: {
            readonly name: "memory";
            readonly ask: ({ probe, missing }: import("./measure.ts").Sources) => Promise<readonly import("./readings.ts").SpaceReading[]>;
            readonly read: (spaces?: readonly import("./readings.ts").SpaceReading[] | undefined) => {
                memory: readonly import("./readings.ts").SpaceReading[];
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
        readonly metrics: readonly import("./measure.ts").Metric<import("./memory.ts").MemoryReadings>[];
        readonly amounts: ({ memory: spaces }: import("./memory.ts").MemoryReadings) => Amount[];
        readonly crossed: (limit: import("../limits/limits.ts").SpaceLimit, amount: Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
    };
    cpu: {
        readonly trigger: "cpu";
        readonly input: {
            readonly fallback: string;
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").PercentLimit | undefined;
            readonly name: "cpu-threshold";
        };
        readonly unit: "percent";
        readonly fires: "above";
        readonly urgency: 50;
        readonly runsOut: false;
        readonly reads: {
            readonly name: "cpu";
            readonly ask: ({ probe }: import("./measure.ts").Sources) => Promise<import("./readings.ts").CpuReading>;
            readonly read: (reading: import("./readings.ts").CpuReading | undefined) => {
                cpu?: never;
            } | {
                cpu: import("./readings.ts").CpuReading;
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
            readonly samples: (readings: import("./cpu.ts").CpuReadings) => {
                labels: {
                    by: "pressure" | "load";
                };
                value: number;
            }[];
        }];
        readonly amounts: (readings: import("./cpu.ts").CpuReadings) => {
            of: "pressure" | "load";
            value: number;
        }[];
        readonly crossed: (limit: import("../limits/limits.ts").PercentLimit, { of, value }: Amount, margin: boolean) => {
            reading: number;
            step: number;
            reason: string;
            back: string;
        } | undefined;
        readonly pace: (readings: import("./cpu.ts").CpuReadings) => number;
    };
    busy: {
        readonly trigger: "idle";
        readonly input: {
            readonly fallback: "50%";
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").PercentLimit | undefined;
            readonly name: "idle-collect";
        };
        readonly unit: "percent";
        readonly fires: "below";
        readonly urgency: 90;
        readonly runsOut: false;
        readonly reads: {
            readonly name: "cpu";
            readonly ask: ({ probe }: import("./measure.ts").Sources) => Promise<import("./readings.ts").CpuTimes>;
            readonly read: (times: import("./readings.ts").CpuTimes | undefined, { busySince }: import("./measure.ts").Now) => {
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
            readonly helpers: typeof import("../removal/removal-plan.ts").idleBatch;
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
            readonly samples: ({ busyPercent }: import("./busy.ts").BusyReadings) => {
                value: number;
            }[];
        }];
        readonly amounts: ({ busyPercent: value }: import("./busy.ts").BusyReadings) => {
            of: string;
            value: number;
        }[];
        readonly crossed: (limit: import("../limits/limits.ts").PercentLimit, { value }: Amount) => {
            reading: number;
            step: number;
            reason: string;
            back: string;
        } | undefined;
    };
    containers: {
        readonly trigger: "containers";
        readonly input: {
            readonly fallback: string;
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").CountLimit | undefined;
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
            readonly expected: (readings: import("./containers.ts").ContainerReadings, { topologies }: import("./measure.ts").Gone) => {
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
        readonly amounts: ({ containers: value }: import("./containers.ts").ContainerReadings) => {
            of: string;
            value: number;
        }[];
        readonly crossed: (limit: import("../limits/limits.ts").CountLimit, amount: Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
    };
    networks: {
        readonly trigger: "networks";
        readonly input: {
            readonly fallback: string;
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").CountLimit | undefined;
            readonly name: "network-threshold";
        };
        readonly unit: "count";
        readonly fires: "above";
        readonly urgency: 30;
        readonly runsOut: false;
        readonly reads: {
            readonly name: "networks";
            readonly ask: ({ engine, sites, missing }: import("./measure.ts").Sources) => Promise<(readonly [site: string | undefined, count: number])[]>;
            readonly read: (counts?: readonly (readonly [site: string | undefined, count: number])[]) => import("./networks.ts").NetworkReadings;
        };
        readonly relief: {
            readonly isMeasured: false;
            readonly cutsGrace: false;
            readonly weighsLayers: false;
            readonly isHelpedByImages: false;
            readonly helpers: (pending: readonly import("../topology/topology.ts").Topology[]) => import("../topology/topology.ts").Topology[];
            readonly expected: (readings: import("./networks.ts").NetworkReadings, { topologies }: import("./measure.ts").Gone) => {
                networksAt?: {
                    [k: string]: number;
                };
                networks?: number;
            };
        };
        readonly words: {
            readonly isShown: true;
            readonly name: (of: string) => string;
            readonly subject: (of: string) => string;
            readonly figure: "amount";
            readonly after: () => string;
            readonly lane: 20;
            readonly wavers: false;
        };
        readonly metrics: readonly [{
            readonly name: "topo_gc_engine_networks";
            readonly help: "Bridge networks on the engine, whoever made them.";
            readonly samples: ({ networks: value, networksAt }: import("./networks.ts").NetworkReadings) => ({
                labels: {
                    engine: string;
                };
                value: number;
            } | {
                value: number;
            })[];
        }];
        readonly whenOften: {
            readonly effect: "has fewer and larger collections, once the daemon has more address pools (default-address-pools)";
        };
        readonly amounts: ({ networks: value, networksAt }: import("./networks.ts").NetworkReadings) => {
            of: string;
            value: number;
        }[];
        readonly crossed: (limit: import("../limits/limits.ts").CountLimit, amount: Amount, margin: boolean) => import("./measure.ts").Crossing | undefined;
    };
    age: {
        readonly trigger: "age";
        readonly input: {
            readonly fallback: string;
            readonly takes: string;
            readonly values: readonly string[];
            readonly parse: (text: string) => import("../limits/limits.ts").DurationLimit | undefined;
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
            readonly expected: (_: import("./age.ts").AgeReadings, { at, oldestLeft }: import("./measure.ts").Gone) => {
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
            readonly samples: ({ oldestMs }: import("./age.ts").AgeReadings) => {
                value: number;
            }[];
        }];
        readonly amounts: ({ oldestMs: value }: import("./age.ts").AgeReadings) => {
            of: string;
            value: number;
        }[];
        readonly crossed: (limit: import("../limits/limits.ts").DurationLimit, { value }: Amount) => {
            reading: number;
            step: number;
            reason: string;
            back: string;
        } | undefined;
    };
};
type Row = (typeof TABLE)[keyof typeof TABLE];
type ToIntersection<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer I) => void ? I : never;
type ReadingsOf<M> = M extends {
    amounts(readings: infer R): unknown;
} ? R : never;
type LimitOf<M> = M extends {
    readonly input: Input<infer L>;
} ? L : never;
type Taken = {
    readonly at: number;
} & ToIntersection<ReadingsOf<Row>> & {
    /** The readings that failed. */
    readonly unavailable: readonly Unavailable[];
};
/** The readings that thresholds are compared with, taken together at one time: the fields of all measures. */
export type Readings = {
    [K in keyof Taken]: Taken[K];
};
/** The inputs that readings are compared with. */
export type MeasureInput = Row['input']['name'];
/** The triggers with which measures begin a collection. */
export type MeasureTrigger = Row['trigger'];
/** The triggers of measures that fire above their limit. */
export type Pressure = Extract<Row, {
    readonly fires: 'above';
}>['trigger'];
/** The parsed inputs, by the measure's trigger. */
export type Limits = {
    readonly [M in Row as M['trigger']]: LimitOf<M>;
};
/** A measure for code over the table: its limit and its amounts are always its own. */
export type AnyMeasure = Omit<Measure<Limit, Readings>, 'reads'> & {
    readonly trigger: MeasureTrigger;
    readonly input: {
        readonly name: MeasureInput;
    };
    readonly reads?: Reads<Partial<Readings>, unknown>;
};
export declare const MEASURES: readonly AnyMeasure[];
/** The measures that fire above their limit. */
export declare const PRESSURES: (Omit<Measure<Limit, Readings, unknown>, "reads"> & {
    readonly trigger: MeasureTrigger;
    readonly input: {
        readonly name: MeasureInput;
    };
    readonly reads?: Reads<Partial<Readings>, unknown>;
} & {
    readonly trigger: Pressure;
})[];
/** The measures that fire below their limit. */
export declare const RESTS: AnyMeasure[];
/** The input of each measure, in the order in which people read them: `idle-collect` and its like come last. */
export declare const MEASURE_INPUTS: Readonly<Record<MeasureInput, Input<Limit>>>;
/** @param parsed the value of each input, by its name */
export declare const limitsFrom: (parsed: Readonly<Record<MeasureInput, Limit>>) => Limits;
/** One reading as a number, and the input that it is compared with. */
export interface Reading extends Amount {
    readonly input: MeasureInput;
    readonly unit: AnyMeasure['unit'];
}
/** The amounts of the measures that are shown, in the order in which output lists them; all amounts of one place stay together. */
export declare function readingsShown(readings: Readings): Reading[];
/** The measure of such a reading. */
export declare function measureFor({ input, unit }: Pick<Reading, 'input' | 'unit'>): AnyMeasure;
export {};
