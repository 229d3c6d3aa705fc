import { statSync } from 'node:fs';

/** Whether the kernel says that there is no such file or folder. */
export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Whether something is there, also where a link to it leads to. @throws Error where that can't be known, which is not the same as no */
export const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** For `catch`: what is not there is no fault. */
export function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}
