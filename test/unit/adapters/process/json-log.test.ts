import { closeSync, openSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonLog, linesTo } from '../../../../src/adapters/process/json-log.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

function logged(write: (log: ReturnType<typeof jsonLog>) => void): {
  text: string;
  lines: Record<string, unknown>[];
} {
  let text = '';
  write(
    jsonLog((line) => {
      text += line;
    }),
  );
  return {
    text,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

test('each message is a line of JSON, with its time, its level and what goes with it', () => {
  const { text, lines } = logged((log) => {
    log.info('it runs', { pid: 42, session: { id: 's1' } });
    log.warn('it is slow');
    log.error('it broke');
  });
  expect(text).toMatch(/\n$/);
  expect(lines).toMatchObject([
    { level: 'info', message: 'it runs', pid: 42, session: { id: 's1' } },
    { level: 'warn', message: 'it is slow' },
    { level: 'error', message: 'it broke' },
  ]);
  for (const { time } of lines) expect(new Date(String(time)).toISOString()).toBe(time);
});

test('what holds several lines stays one', () => {
  const { lines } = logged((log) => log.info('a\nb', { name: 'c\n::error::d\r\n' }));
  expect(lines).toMatchObject([{ message: 'a\nb', name: 'c\n::error::d\r\n' }]);
});

test('errors are told with their causes, wherever they are', () => {
  const error = new Error('it broke', { cause: new Error('disk full') });
  const { lines } = logged((log) => log.error('a failure', { error, nested: { errors: [error] } }));
  expect(lines).toMatchObject([
    { error: 'it broke: disk full', nested: { errors: ['it broke: disk full'] } },
  ]);
});

describe('lines to a file', () => {
  test('what can not be written stops nobody, and is told of once there is room', () => {
    using folder = new TemporaryFolder();
    const path = folder.file('log');
    const full = openSync('/dev/full', 'w');
    const write = linesTo(full);
    write('lost\n');
    write('lost too\n');
    closeSync(full);
    // The next file that is opened has the number of the one before.
    expect(openSync(path, 'a')).toBe(full);
    write('kept\n');
    closeSync(full);
    expect(readFileSync(path, 'utf8')).toMatch(
      /^\{.*"lines of this log could not be written","count":2\}\nkept\n$/,
    );
  });
});
