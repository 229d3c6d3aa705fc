/** A file system, or memory. `free` is the amount that an unprivileged process can still get. */
export interface SpaceReading {
    /** The place: the path of a file system or of a control group, or `memory` for the host's memory. */
    readonly of: string;
    readonly totalBytes: number;
    readonly freeBytes: number;
    /** For a file system with a fixed number of inodes; either both or neither. */
    readonly totalInodes?: number;
    readonly freeInodes?: number;
}
/** The demand for the CPU. */
export interface CpuReading {
    /**
     * `pressure`: the share of the last 10 s in which something waited for a CPU (PSI `some avg10`). `load`: the load of the
     * last minute per core, if the kernel has no PSI; it may be more than 100%.
     */
    readonly by: 'pressure' | 'load';
    readonly percent: number;
}
/** The ticks that all CPUs together have spent since boot. */
export interface CpuTimes {
    readonly busy: number;
    readonly total: number;
}
/** The readings that succeeded, and for each failed reading its name and the reason. */
export interface Spaces {
    readonly spaces: readonly SpaceReading[];
    readonly failures: readonly string[];
}
/** The host's own readings, a port. @throws Error if the kernel does not report them */
export interface Probe {
    /** One entry per relevant file system. */
    disk(): Promise<Spaces>;
    /** The memory of this host, and of each control group above this process whose limit is lower. */
    memory(): Promise<Spaces>;
    cpu(): Promise<CpuReading>;
    cpuTimes(): Promise<CpuTimes>;
}
/** A failed reading, and why it failed; it never counts as 0. */
export interface Unavailable {
    /** The name that the measure gives to its reading. */
    readonly reading: string;
    readonly why: string;
}
/** A reading as a number. */
export interface Amount {
    /** The subject of the reading: a path, or `memory`; `pressure` or `load` for the CPU; else the measure's own word. */
    readonly of: string;
    /** The free amount of a supply; else the amount or the count. */
    readonly value: number;
    /** The size of a supply: in total, and per byte of the whole. */
    readonly total?: number;
    readonly perByte?: number;
}
/** The used share of a supply, 0 to 100. */
export declare const usedPercent: ({ total, value }: Pick<Amount, "total" | "value">) => number;
