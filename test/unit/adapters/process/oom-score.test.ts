import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const PRINT = fileURLToPath(new URL('fixtures/print-oom-score.ts', import.meta.url));

test.each([
  ['that of a step is set back', '500', '500 0\n'],
  ['one that is no worse than a container’s is left', '0', '0 0\n'],
])('the score: %s', (_, score, printed) => {
  const scored = `echo ${score} > /proc/self/oom_score_adj; exec "$0" "$@"`;
  const output = execFileSync('/bin/sh', ['-c', scored, process.execPath, '--no-warnings', PRINT], {
    encoding: 'utf8',
  });
  expect(output).toBe(printed);
});
