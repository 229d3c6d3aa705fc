/** For less, a pause is not worth it: of 20 ms in a small process, of 100 ms in one with 10,000 topologies. */
const WORTH_BYTES = 4 * 1024 * 1024;

/** Busy for less than that share of the time since the last look is idle. */
const IDLE_SHARE = 0.1;

/**
 * Gives back to the host what V8 keeps for itself once this process has grown: free pages, 60 MiB and more of them after a burst
 * of submissions, which it lets go of only as its last resort. Needs `--expose-gc`; does nothing without.
 */
export class SpareMemory {
  #leastBytes = process.memoryUsage.rss();
  #before = performance.eventLoopUtilization();

  /** To be called again and again: collects where the process was idle since the last time, and has grown. */
  look(): void {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.#before);
    this.#before = now;
    const bytes = process.memoryUsage.rss();
    this.#leastBytes = Math.min(this.#leastBytes, bytes);
    if (utilization > IDLE_SHARE || bytes - this.#leastBytes < WORTH_BYTES) return;
    globalThis.gc?.({ type: 'major', flavor: 'last-resort', execution: 'sync' });
    this.#leastBytes = process.memoryUsage.rss();
  }
}
