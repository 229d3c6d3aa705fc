/** A file system, or memory. `free` is what an unprivileged process can still have. */
export interface SpaceReading {
    /** Where: the path of a file system or of a control group, or `memory` for the host's. */
    readonly of: string;
    readonly totalBytes: number;
    readonly freeBytes: number;
    /** Of a file system that has a fixed number of them; both or neither. */
    readonly totalInodes?: number;
    readonly freeInodes?: number;
}
/** How much the CPU is wanted. */
export interface CpuReading {
    /**
     * `pressure`: how much of the last 10 s something has waited for a CPU (PSI `some avg10`). `load`: the load of the last minute
     * a core, where the kernel has no PSI; that may be more than 100 %.
     */
    readonly by: 'pressure' | 'load';
    readonly percent: number;
}
/** What all CPUs together have done since the boot, in ticks. */
export interface CpuTimes {
    readonly busy: number;
    readonly total: number;
}
/** What can't be read, and why; it is never taken for 0. */
export interface Unavailable {
    readonly reading: 'disk' | 'memory' | 'cpu' | 'networks';
    readonly why: string;
}
/** What thresholds are compared with, taken together. */
export interface Readings {
    readonly at: number;
    /** Of each file system that counts. */
    readonly disk: readonly SpaceReading[];
    /** Of this host, and of each control group above this process whose limit is lower. */
    readonly memory: readonly SpaceReading[];
    readonly cpu?: CpuReading;
    /** How much of the time since they were last looked at the CPUs were busy, 0 to 100; absent at a first look. */
    readonly busyPercent?: number;
    /** Containers pending removal. */
    readonly containers: number;
    /** Bridge networks on the engine, whoever's. */
    readonly networks?: number;
    /** Age of the oldest pending topology in ms; absent where nothing is pending. */
    readonly oldestMs?: number;
    readonly unavailable: readonly Unavailable[];
}
/** Something of which there is so much and no more. */
export interface Supply {
    /** `/data`, `the inodes of /data`, `memory`. */
    readonly of: string;
    readonly unit: 'bytes' | 'inodes';
    readonly total: number;
    readonly free: number;
    /** How many there are for each byte of the whole. */
    readonly perByte: number;
}
/** What can run out there: its bytes, and its inodes where they are counted. */
export declare function suppliesOf(space: SpaceReading): Supply[];
/** 0 to 100. */
export declare const usedPercent: ({ total, free }: Pick<Supply, "total" | "free">) => number;
/** `CPU pressure 12 %`, `load a core 130 %`. */
export declare const describeCpu: ({ by, percent }: CpuReading) => string;
/** How busy the CPUs were between two looks, 0 to 100; `undefined` where no time has passed. */
export declare function busyPercent(before: CpuTimes, after: CpuTimes): number | undefined;
