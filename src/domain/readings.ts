/** A file system, or memory, in bytes. `free` is what an unprivileged process can still have. */
export interface SpaceReading {
  /** Where: a path, or `memory`. */
  readonly of: string;
  readonly totalBytes: number;
  readonly freeBytes: number;
}

/** What can't be read, and why; it is never taken for 0. */
export interface Unavailable {
  readonly reading: 'disk' | 'memory' | 'networks';
  readonly why: string;
}

/** What thresholds are compared with, taken together. */
export interface Readings {
  readonly at: number;
  readonly disk: readonly SpaceReading[];
  readonly memory?: SpaceReading;
  /** Containers pending removal. */
  readonly containers: number;
  /** Bridge networks on the engine, whoever's. */
  readonly networks?: number;
  /** Age of the oldest pending topology in ms; absent where nothing is pending. */
  readonly oldestMs?: number;
  readonly unavailable: readonly Unavailable[];
}

/** 0 to 100. */
export const usedPercent = (space: SpaceReading): number =>
  space.totalBytes === 0 ? 0 : 100 * (1 - space.freeBytes / space.totalBytes);
