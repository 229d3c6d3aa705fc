import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const FIXTURE = fileURLToPath(new URL('fixtures/outlive-mistakes.ts', import.meta.url));

test('what nobody catches is logged, and the process goes on', async () => {
  const args = ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', FIXTURE];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toContain('"error":"thrown"');
  expect(stdout).toContain('"error":"rejected"');
  expect(stdout.trimEnd().endsWith('goes on')).toBe(true);
});
