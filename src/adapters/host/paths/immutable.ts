import { HostError } from '../../../domain/ports.ts';
import { hasCode } from './host-errors.ts';

/**
 * Tells what is immutable (chattr(1)) from what is only not writable: to who asks for the right to write it, the kernel says
 * `EPERM` and not `EACCES`, and says it to root as well (access(2)). Costs no call more than the question.
 * @param asked whether something may be written
 * @returns what that came to @throws HostError `held` where it is immutable; what `asked` fails with otherwise
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

/** Whatever else may keep somebody from writing a file does not keep it. @throws HostError where it is immutable */
export async function checkNotImmutable(asked: Promise<void>, where: () => string): Promise<void> {
  try {
    await unlessImmutable(asked, where);
  } catch (error) {
    if (error instanceof HostError) throw error;
  }
}
