import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FIXTURE = fileURLToPath(new URL('fixtures/end-after-output.ts', import.meta.url));

/** Far more than a pipe takes. */
const BYTES = 5_000_000;

interface Writer {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly exited: Promise<unknown[]>;
}

/** One that has written all, of which its pipe has taken a part, and that is about to end. */
async function write(...args: readonly string[]): Promise<Writer> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', FIXTURE, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const exited = once(child, 'exit');
  expect(String(await once(child.stderr, 'data'))).toContain('written');
  return { child, exited };
}

test('a reader that comes late reads all', async () => {
  const { child, exited } = await write(String(BYTES));
  expect((await text(child.stdout)).length).toBe(BYTES);
  expect(await exited).toEqual([7, null]);
});

test('a reader that is gone is not waited for', async () => {
  const { child, exited } = await write(String(BYTES));
  child.stdout.destroy();
  expect(await exited).toEqual([7, null]);
});

test('one that does not read holds it for no longer than said', async () => {
  const { exited } = await write(String(BYTES), '50');
  expect(await exited).toEqual([7, null]);
});

test('it ends with what something else holds open', async () => {
  const { exited } = await write('0');
  expect(await exited).toEqual([7, null]);
});
