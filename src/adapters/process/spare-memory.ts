/** Less is not worth a pause: 20 ms in a small process, 100 ms in one with 10,000 topologies. */
const WORTH_BYTES = 4 * 1024 * 1024;

/** A process that was busy for less than this share of the time since the last look is idle. */
const IDLE_SHARE = 0.1;

/**
 * Gives back to the host what V8 keeps once this process has grown: free pages, 60 MiB and more after a burst of
 * submissions, which V8 releases only as its last resort. Needs `--expose-gc`; does nothing without it.
 */
export class SpareMemory {
  #leastBytes = process.memoryUsage.rss();
  #before = performance.eventLoopUtilization();

  /** Call this regularly: collects if the process was idle since the last call, and has grown. */
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
