import type { Log } from '../../domain/ports.ts';

/**
 * Lets this process go on where something in it throws that nobody catches: what fails is one request's or one member's, and all
 * others are still in its hands. What it knows changes by whole events only, which its successor would fold the same.
 */
export function outliveMistakes(log: Log): void {
  process.on('unhandledRejection', (error) =>
    log.error('a promise was rejected that nobody waits for; the agent goes on', { error }),
  );
  process.on('uncaughtException', (error) =>
    log.error('an error was thrown that nobody catches; the agent goes on', { error }),
  );
}
