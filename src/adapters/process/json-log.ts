import { describeError } from '../../domain/errors.ts';
import type { Log } from '../../domain/ports.ts';

type Level = 'info' | 'warn' | 'error';

/** A log of one JSON object a line: `time` (ISO 8601), `level`, `message`, and what goes with it. */
export function jsonLog(write: (line: string) => void): Log {
  const log =
    (level: Level) =>
    (message: string, context: Readonly<Record<string, unknown>> = {}) =>
      write(
        `${JSON.stringify({ time: new Date().toISOString(), level, message, ...context }, describeErrors)}\n`,
      );
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

const describeErrors = (_: string, value: unknown): unknown =>
  value instanceof Error ? describeError(value) : value;
