import { expect, test } from 'vitest';
import { bar } from '../../../../src/cli/terminal/bar.ts';
import { cut, displayWidth, printable } from '../../../../src/cli/terminal/display-text.ts';
import { nearest } from '../../../../src/cli/terminal/nearest.ts';
import { alignTable } from '../../../../src/cli/terminal/table.ts';

test.each([
  ['a\x1b[2Jb', 'a\\u001b[2Jb'],
  ['a\nb\rc', 'a\\u000ab\\u000dc'],
  ['\u202egpj.exe', '\\u202egpj.exe'],
  ['日本語 👩‍👩‍👧 é', '日本語 👩‍👩‍👧 é'],
])('%j is printed as %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test.each([
  ['日本語', 6, '日本語'],
  ['日本語', 5, '日本…'],
  ['日本語', 4, '日…'],
  ['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…'],
  ['abc', 1, '…'],
  ['abc', 0, ''],
])('%j in %i columns is %j', (text, columns, shown) => {
  expect(cut(text, columns)).toBe(shown);
  expect(displayWidth(shown)).toBeLessThanOrEqual(columns);
});

test('columns begin at the same place, whatever the width of what stands before', () => {
  expect(
    alignTable([
      ['ID', 'STATE'],
      ['日本', 'x'],
      ['abc', 'y'],
    ]),
  ).toEqual(['ID    STATE', '日本  x', 'abc   y']);
});

test.each([20, 30, 80])('a table fits into %i columns', (columns) => {
  const lines = alignTable([['名前'.repeat(60), 'failed', 'x'.repeat(200)]], { columns });
  expect(displayWidth(lines[0] ?? '')).toBeLessThanOrEqual(columns);
});

test('a bar has its mark, also where the reading is beyond it', () => {
  expect(bar(0.5, 8, 0.75)).toBe('━━━━──┃─');
  expect(bar(2, 4, 1)).toBe('━━━┃');
  expect(bar(-1, 4)).toBe('────');
});

test.each([
  ['statsu', 'status'],
  ['lst', 'list'],
  ['frobnicate', undefined],
])('%s: %s was meant', (word, meant) => {
  expect(nearest(word, ['status', 'list', 'submit'])).toBe(meant);
});
