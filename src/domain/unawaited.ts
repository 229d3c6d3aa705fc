import type { Log } from './ports.ts';

/**
 * Runs a promise that no caller awaits, and logs its failure.
 * @param failed the words for the log: `the thresholds could not be checked`
 */
export function unawaited(promise: Promise<unknown>, log: Pick<Log, 'error'>, failed: string): void {
  promise.catch((error) => log.error(failed, { error }));
}
