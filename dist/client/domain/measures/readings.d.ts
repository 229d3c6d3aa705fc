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
     * a core, where the kernel has no PSI; that may be more than 100%.
     */
    readonly by: 'pressure' | 'load';
    readonly percent: number;
}
/** What all CPUs together have done since the boot, in ticks. */
export interface CpuTimes {
    readonly busy: number;
    readonly total: number;
}
/** What could be read, and for each of the rest its name and the reason. */
export interface Spaces {
    readonly spaces: readonly SpaceReading[];
    readonly failures: readonly string[];
}
/** The host's own readings, a port. @throws Error where the kernel does not tell */
export interface Probe {
    /** Of the file systems that count, each once. */
    disk(): Promise<Spaces>;
    /** Of this host, and of each control group above this process whose limit is lower. */
    memory(): Promise<Spaces>;
    cpu(): Promise<CpuReading>;
    cpuTimes(): Promise<CpuTimes>;
}
/** What can't be read, and why; it is never taken for 0. */
export interface Unavailable {
    /** The name that the measure gives to what it reads. */
    readonly reading: string;
    readonly why: string;
}
/** A reading as a number. */
export interface Amount {
    /** What was read: a path, or `memory`; of the CPU `pressure` or `load`; else the measure's own word. */
    readonly of: string;
    /** Of what runs out: what is free. Else how much, or how many. */
    readonly value: number;
    /** Of what runs out: how many there are, in all and for each byte of the whole. */
    readonly total?: number;
    readonly perByte?: number;
}
/** How much of what runs out is used, 0 to 100. */
export declare const usedPercent: ({ total, value }: Pick<Amount, "total" | "value">) => number;
