import { type Readings } from './readings.ts';
import type { Limits } from './thresholds.ts';
/** The inputs that readings are compared with, each with the limit that it comes to. */
declare const LIMIT_OF: {
    readonly 'disk-threshold': "disk";
    readonly 'memory-threshold': "memory";
    readonly 'cpu-threshold': "cpu";
    readonly 'idle-collect': "idle";
    readonly 'container-threshold': "containers";
    readonly 'network-threshold': "networks";
};
export type MeasureInput = keyof typeof LIMIT_OF;
/** One of the readings as a number. */
export interface Measure {
    /** Which input it is compared with. */
    readonly input: MeasureInput;
    /** A path, or `memory`; of the CPU `pressure` or `load`; else `busy`, `containers`, `networks`. */
    readonly of: string;
    readonly unit: 'bytes' | 'inodes' | 'percent' | 'count';
    /** Of bytes and inodes what is free; else how much, or how many. */
    readonly value: number;
    /** Of bytes and inodes, which run out: how many there are, in all and for each byte of the whole. */
    readonly total?: number;
    readonly perByte?: number;
}
/** What readings hold, in the order in which they are told; nothing of what could not be read. */
export declare const measuresOf: ({ disk, memory, cpu, busyPercent, containers, networks }: Readings) => Measure[];
/** Where the input's limit lies, in the measure's own unit; `undefined` where it is off. */
export declare function limitOn(limits: Limits, { input, total, perByte }: Measure): number | undefined;
export {};
