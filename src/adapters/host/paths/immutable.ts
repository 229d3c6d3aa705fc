import { HostError } from '../../../domain/ports.ts';
import { hasCode } from './host-errors.ts';

/**
 * Tells an immutable file (chattr(1)) from one that is only not writable: for a request to write, the kernel answers
 * `EPERM` and not `EACCES`, even to root (access(2)). Needs no further call.
 * @param asked whether something may be written
 * @returns the answer
 * @throws HostError `held` if it is immutable; otherwise what `asked` fails with
 */
export async function unlessImmutable<T>(asked: Promise<T>, where: () => string): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw hasCode(error, 'EPERM')
      ? new HostError('held', `${where()} is immutable: \`chattr -i\` lets it go`)
      : error;
  }
}

/** Ignores all other reasons why a file may not be writable. @throws HostError if it is immutable */
export async function checkNotImmutable(asked: Promise<void>, where: () => string): Promise<void> {
  try {
    await unlessImmutable(asked, where);
  } catch (error) {
    if (error instanceof HostError) throw error;
  }
}
