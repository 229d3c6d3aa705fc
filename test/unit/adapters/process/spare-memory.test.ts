import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PRINT = fileURLToPath(new URL('fixtures/print-resident-memory.ts', import.meta.url));

function run(...flags: readonly string[]): Readonly<Record<'grown' | 'busy' | 'idle', number>> {
  return JSON.parse(execFileSync(process.execPath, ['--no-warnings', ...flags, PRINT], { encoding: 'utf8' }));
}

/** Much less than is given back, and much more than comes and goes by itself. */
const MUCH = 16 * 1024 * 1024;

test('what a process has grown by and does not need is given back once it is idle', () => {
  const { grown, busy, idle } = run('--expose-gc');
  expect(busy).toBeGreaterThan(grown - MUCH);
  expect(idle).toBeLessThan(grown - MUCH);
});

test('where V8 does not let it collect, a process goes on as it is', () => {
  const { grown, idle } = run();
  expect(idle).toBeGreaterThan(grown - MUCH);
});
