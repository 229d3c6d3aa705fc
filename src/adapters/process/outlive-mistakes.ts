import type { Log } from '../../domain/ports.ts';

/**
 * Keeps this process alive after an uncaught error: the failure affects one request or one member, and the agent still
 * holds all others. Its state changes by whole events only, which its successor would fold in the same way.
 */
export function outliveMistakes(log: Log): void {
  process.on('unhandledRejection', (error) =>
    log.error('a promise was rejected, and no code waits for it; the agent goes on', { error }),
  );
  process.on('uncaughtException', (error) =>
    log.error('an error was thrown, and no code catches it; the agent goes on', { error }),
  );
}
