import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { logFilesIn } from '../../../../src/adapters/files/log-files.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const NEVER = new AbortController().signal;

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

test('a log is in a file of its own, which only its owner can read', async () => {
  using folder = new TemporaryFolder();
  const files = logFilesIn(folder.file('logs'));
  const [first, second] = ['1111111111112222', '3333333333334444'];
  const { file, isWhole } = await files.write({ name: 'web', id: first }, chunks('a\n', 'b\n'), NEVER);
  const { file: other } = await files.write({ name: 'web', id: second }, chunks(), NEVER);
  expect(file).toBe(folder.file('logs/web-111111111111.log'));
  expect(isWhole).toBe(true);
  expect(other).toBe(folder.file('logs/web-333333333333.log'));
  expect(readFileSync(file, 'utf8')).toBe('a\nb\n');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(statSync(folder.file('logs')).mode & 0o077).toBe(0);
});

test('a name leads nowhere else', async () => {
  using folder = new TemporaryFolder();
  const { file } = await logFilesIn(folder.file('logs')).write(
    { name: '../../x', id: 'abc' },
    chunks('x'),
    NEVER,
  );
  expect(file).toBe(folder.file('logs/.._.._x-abc.log'));
});

test('what has come until it is given up stays', async () => {
  using folder = new TemporaryFolder();
  const abort = new AbortController();
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('half');
    await once(abort.signal, 'abort');
    throw new Error('given up');
  }
  const written = logFilesIn(folder.path).write({ name: 'web', id: 'abc' }, endless(), abort.signal);
  await vi.waitFor(() => expect(readFileSync(folder.file('web-abc.log'), 'utf8')).toBe('half'), {
    timeout: 8_000,
  });
  abort.abort();
  expect(await written).toEqual({ file: folder.file('web-abc.log'), isWhole: false });
  expect(readFileSync(folder.file('web-abc.log'), 'utf8')).toBe('half');
});

test('where nothing can be written, it says so', async () => {
  using folder = new TemporaryFolder();
  writeFileSync(folder.file('logs'), 'a file');
  const written = logFilesIn(folder.file('logs')).write({ name: 'web', id: 'abc' }, chunks('x'), NEVER);
  await expect(written).rejects.toThrow(/EEXIST|ENOTDIR/);
});
