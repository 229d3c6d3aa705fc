import { busyPercent, type CpuTimes } from '../../domain/measures/readings.ts';

/** Ticks are 10 ms long: of less time than that they tell little. */
const LEAST_MS = 1_000;

/** How busy the CPUs were between one look and the next. */
export class BusyWindow {
  readonly #longestMs: number;
  #last: { readonly at: number; readonly times: CpuTimes } | undefined;
  #percent: number | undefined;

  /** @param longestMs what lies so far back says nothing of now */
  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  /** 0 to 100, since the last look that was at least a second ago; `undefined` at a first look. */
  look(at: number, times: CpuTimes): number | undefined {
    const last = this.#last;
    if (last !== undefined && at - last.at < LEAST_MS) return this.#percent;
    const isRecent = last !== undefined && at - last.at <= this.#longestMs;
    this.#percent = isRecent ? busyPercent(last.times, times) : undefined;
    this.#last = { at, times };
    return this.#percent;
  }
}
