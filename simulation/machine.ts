import type { CpuReading, CpuTimes, Probe, Spaces } from '../src/domain/measures/readings.ts';
import { Cpu } from './cpu.ts';
import type { VirtualClock } from './virtual-clock.ts';

const GIB = 2 ** 30;

/** As many cores as the costs were measured on; a hosted runner's smaller disk, 72 GB of which 76% are used; the rest assumed. */
export const SIZE = {
  cores: 2,
  memory: 8 * GIB,
  memoryUsed: 1.2 * GIB,
  disk: 72e9,
  diskUsed: 0.76 * 72e9,
} as const;

interface MachineOptions {
  /** What jobs before have left on the disk. */
  readonly leftBytes: number;
  /** Whether the kernel tells how much the CPU is wanted. */
  readonly hasPressure: boolean;
}

/** A runner's host: what containers hold of its disk and memory, and who has its cores. */
export class Machine implements Probe {
  readonly cores: Cpu;
  readonly #options: MachineOptions;
  readonly #layers = new Map<string, number>();
  readonly #memory = new Map<string, number>();
  #peakDisk = 0;

  constructor(clock: VirtualClock, options: MachineOptions) {
    this.cores = new Cpu(clock, SIZE.cores);
    this.#options = options;
  }

  /** The most bytes that were used of the disk. */
  get peakDisk(): number {
    return this.#peakDisk;
  }

  /** @returns false where the disk is full */
  write(container: string, bytes: number): boolean {
    if (bytes > this.#diskFree) return false;
    this.#layers.set(container, (this.#layers.get(container) ?? 0) + bytes);
    this.#peakDisk = Math.max(this.#peakDisk, SIZE.disk - this.#diskFree);
    return true;
  }

  written(container: string): number {
    return this.#layers.get(container) ?? 0;
  }

  /** @returns false where there is not so much memory */
  allocate(container: string, bytes: number): boolean {
    if (bytes > this.#memoryFree) return false;
    this.#memory.set(container, bytes);
    return true;
  }

  /** A container has ended. */
  freeMemory(container: string): void {
    this.#memory.delete(container);
  }

  /** A container is removed. */
  freeDisk(container: string): void {
    this.#layers.delete(container);
  }

  async disk(): Promise<Spaces> {
    return {
      spaces: [{ of: '/var/lib/docker', totalBytes: SIZE.disk, freeBytes: this.#diskFree }],
      failures: [],
    };
  }

  async memory(): Promise<Spaces> {
    return {
      spaces: [{ of: 'memory', totalBytes: SIZE.memory, freeBytes: this.#memoryFree }],
      failures: [],
    };
  }

  async cpu(): Promise<CpuReading> {
    if (!this.#options.hasPressure) throw new Error('this kernel does not tell');
    return this.cores.reading;
  }

  async cpuTimes(): Promise<CpuTimes> {
    return this.cores.times;
  }

  get #diskFree(): number {
    return SIZE.disk - SIZE.diskUsed - this.#options.leftBytes - sum(this.#layers.values());
  }

  get #memoryFree(): number {
    return SIZE.memory - SIZE.memoryUsed - sum(this.#memory.values());
  }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, each) => total + each, 0);
