/** Whether the kernel says that there is no such file or folder. */
export const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** For `catch`: what is not there is no fault. */
export function ignoreMissing(error: unknown): void {
  if (!isMissing(error)) throw error;
}
