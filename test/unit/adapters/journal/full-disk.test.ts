import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readJournal } from '../../../../src/adapters/journal/journal-reading.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const FILL = fileURLToPath(new URL('fixtures/fill-journal.ts', import.meta.url));

/** Of `ulimit -f`, in bytes. */
const BLOCK = 512;

test.each([
  ['a little more than is reserved', 1024 * 1024 + 4096],
  ['less than is reserved', 1024 * 512],
])('where no more fits, what was taken is whole and the rest is refused: %s', async (_, bytes) => {
  using folder = new TemporaryFolder();
  const path = folder.file('journal');
  const limited = `ulimit -f ${bytes / BLOCK}; exec "$0" "$@"`;
  const run = promisify(execFile)('/bin/sh', ['-c', limited, process.execPath, FILL, path]);
  const { stdout, stderr } = await run;
  const { events, damage } = await readJournal(path);
  expect(stderr).toContain('EFBIG');
  expect(Number(stdout)).toBeGreaterThan(bytes / 2048);
  expect(events).toHaveLength(Number(stdout));
  // Of what was refused, a part may be there.
  expect(damage ?? 'is cut off').toMatch(/is cut off/);
});
