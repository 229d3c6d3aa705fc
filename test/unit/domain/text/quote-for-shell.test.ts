import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { quoteForShell } from '../../../../src/domain/text/quote-for-shell.ts';

const WORDS = [
  '/tmp/tgc-1',
  '',
  "it's",
  "'; touch /tmp/pwned; '",
  '$HOME `id` "x" \\ * ~ !',
  'two\nlines',
  '##[stop-commands]x',
  '::stop-commands::x',
  ':::',
];

test('a shell reads each word as it was', () => {
  const script = `printf '%s\\0' ${WORDS.map(quoteForShell).join(' ')}`;
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)).toEqual(WORDS);
});

test('no word is a command to the runner', () => {
  for (const word of WORDS) expect(quoteForShell(word)).not.toMatch(/##\[|::/);
});
