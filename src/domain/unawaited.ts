import type { Log } from './ports.ts';

/**
 * Lets what nobody waits for go on by itself, and logs what it fails with.
 * @param failed what is said then: `the thresholds could not be checked`
 */
export function unawaited(promise: Promise<unknown>, log: Pick<Log, 'error'>, failed: string): void {
  promise.catch((error) => log.error(failed, { error }));
}
