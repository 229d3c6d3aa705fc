import { getSystemErrorMap } from 'node:util';
import { HostError } from '../../../domain/ports.ts';

const DENIED = new Set(['EACCES', 'EPERM']);

const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { errno: number } =>
  error instanceof Error && 'errno' in error && typeof error.errno === 'number';

/** `permission denied`, as the kernel says it; `util.getSystemErrorMessage` needs a Node newer than 20. */
const wordsOf = ({ errno, message }: NodeJS.ErrnoException & { errno: number }): string =>
  getSystemErrorMap().get(errno)?.[1] ?? message;

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  isSystemError(error) && codes.includes(error.code ?? '');

/** The kernel's refusal for `where`, in the words of the port; any other error unchanged. */
export const toHostError = (error: unknown, where: string): unknown =>
  isSystemError(error)
    ? new HostError(DENIED.has(error.code ?? '') ? 'denied' : 'failed', `${where}: ${wordsOf(error)}`)
    : error;

/** Resolves with `undefined` for what is not there. */
export async function unlessGone<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
