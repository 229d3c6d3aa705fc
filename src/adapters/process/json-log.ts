import { writeSync } from 'node:fs';
import { describeError } from '../../domain/errors.ts';
import type { Log } from '../../domain/ports.ts';
import { systemClock } from '../host/system-clock.ts';

type Level = 'info' | 'warn' | 'error';

/** A log with one JSON object per line: `time` (ISO 8601), `level`, `message`, and further fields. */
export function jsonLog(write: (line: string) => void): Log {
  const log =
    (level: Level) =>
    (message: string, context: Readonly<Record<string, unknown>> = {}) =>
      write(
        `${JSON.stringify({ time: new Date(systemClock.timeOfDay()).toISOString(), level, message, ...context }, describeErrors)}\n`,
      );
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

const describeErrors = (_: string, value: unknown): unknown =>
  value instanceof Error ? describeError(value) : value;

/**
 * Writes lines to an open file. A failed write, as on a full disk, stops nothing: it is counted, and the next line that
 * succeeds reports it.
 */
export function linesTo(fd: number): (line: string) => void {
  let lost = 0;
  return (line) => {
    try {
      writeSync(fd, lost === 0 ? line : `${lostLines(lost)}${line}`);
      lost = 0;
    } catch {
      lost += 1;
    }
  };
}

function lostLines(count: number): string {
  let line = '';
  jsonLog((text) => {
    line = text;
  }).warn('lines of this log could not be written', { count });
  return line;
}
