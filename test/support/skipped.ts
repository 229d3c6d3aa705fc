import type { TestOptions } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test is skipped. */
    lacks?: string;
  }
}

/**
 * Why a test can't run on this machine. What no package mends begins with `kernel: ` (also what a container's host forbids),
 * `root: ` or `engine: ` (the one that was given); `npm test` counts any other skip as a failure, as it installs what is missing.
 */
export type Lack = `${'kernel' | 'root' | 'engine' | 'package'}: ${string}`;

/** Options for `test` or `describe`: skipped, and why, where there is a lack. */
export const skippedFor = (lack: Lack | undefined): Pick<TestOptions, 'skip' | 'meta'> =>
  lack === undefined ? {} : { skip: true, meta: { lacks: lack } };

/** Of tests that only root can do. */
export const needsRoot = (): Lack | undefined =>
  process.geteuid?.() === 0 ? undefined : 'root: only root can do what it does';
