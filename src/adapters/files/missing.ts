import { statSync } from 'node:fs';

/** Whether the kernel says that there is no such file or folder. */
export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/**
 * Whether something is there, also at the target of a link. @throws Error if that can't be known, which does not mean
 * no
 */
export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** For `catch`: a missing file is no fault. */
export function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}
