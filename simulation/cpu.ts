import type { CpuReading, CpuTimes } from '../src/domain/measures/readings.ts';
import type { VirtualClock } from './virtual-clock.ts';

interface Task {
  /** Left to do, in ms of one core. */
  left: number;
  /** Cores that it can use. */
  readonly width: number;
  readonly done: () => void;
}

/** Over which time the kernel averages `avg10` (Documentation/accounting/psi.rst). */
const PRESSURE_MS = 10_000;

/** What rounding leaves of a task is nothing, in ms: the time of day in ms has no more than four digits behind its point. */
const NOTHING = 0.01;

/** Cores that all who want them share alike. */
export class Cpu {
  readonly #clock: VirtualClock;
  readonly #cores: number;
  readonly #tasks = new Set<Task>();
  #settledAt: number;
  #cancel: () => void = () => {};
  #pressure = 0;
  #busyMs = 0;
  #totalMs = 0;

  constructor(clock: VirtualClock, cores: number) {
    this.#clock = clock;
    this.#cores = cores;
    this.#settledAt = clock.now();
  }

  /** Resolves when so many ms of one core have been had, `width` cores at once at the most. */
  work(coreMs: number, width = 1): Promise<void> {
    this.#settle();
    return new Promise((done) => {
      this.#tasks.add({ left: coreMs, width, done });
      this.#plan();
    });
  }

  /** As `/proc/pressure/cpu` tells it: how much of the last 10 s somebody waited. */
  get reading(): CpuReading {
    this.#settle();
    return { by: 'pressure', percent: 100 * this.#pressure };
  }

  get times(): CpuTimes {
    this.#settle();
    return { busy: this.#busyMs, total: this.#totalMs };
  }

  get #wanted(): number {
    return [...this.#tasks].reduce((sum, { width }) => sum + width, 0);
  }

  /** The share of what it wants that each gets. */
  get #share(): number {
    return Math.min(1, this.#cores / this.#wanted);
  }

  #settle(): void {
    const ms = this.#clock.now() - this.#settledAt;
    if (ms === 0) return;
    this.#settledAt = this.#clock.now();
    const share = this.#share;
    const past = Math.exp(-ms / PRESSURE_MS);
    this.#pressure = this.#pressure * past + (share < 1 ? 1 - past : 0);
    this.#busyMs += ms * Math.min(this.#cores, this.#wanted);
    this.#totalMs += ms * this.#cores;
    for (const task of this.#tasks) {
      task.left -= ms * share * task.width;
      if (task.left > NOTHING) continue;
      this.#tasks.delete(task);
      task.done();
    }
  }

  #plan(): void {
    this.#cancel();
    if (this.#tasks.size === 0) return;
    const share = this.#share;
    const next = Math.min(...[...this.#tasks].map(({ left, width }) => left / (share * width)));
    this.#cancel = this.#clock.call(next, () => {
      this.#settle();
      this.#plan();
    });
  }
}
