import { expect, test } from 'vitest';
import { printedJson, printedText } from '../../../../src/domain/text/printed-text.ts';

test.each([
  ['::error::pwned', ': :error::pwned'],
  [' \t\u00a0::error::pwned', ' \t\u00a0: :error::pwned'],
  [':::', ': ::'],
  ['test_vlan.py::TOPOLOGY: fine', 'test_vlan.py::TOPOLOGY: fine'],
  ['1s  ##[stop-commands]x: gone', '1s  # #[stop-commands]x: gone'],
  ['###[error]##[error]', '## #[error]# #[error]'],
  ['one\n::error::two\r::error::three', 'one\n: :error::two\\u000d::error::three'],
  ['\u0085::error::x', '\\u0085::error::x'],
  ['\u001b[2J\u001b]0;x\u0007', '\\u001b[2J\\u001b]0;x\\u0007'],
  ['\u001b[31mred\u001b[39m', '\u001b[31mred\u001b[39m'],
  ['\u202eabc', '\\u202eabc'],
])('%j is printed as %j', (text, printed) => {
  expect(printedText(text)).toBe(printed);
});

test('JSON stays what it was, and holds no command', () => {
  const value = { 'a ##[error]': ['\\##[stop-commands]x', '::error::x\n::error::y', '\u009b2J', '###['] };
  for (const indent of [undefined, 2]) {
    const printed = printedJson(value, indent);
    expect(JSON.parse(printed)).toEqual(value);
    expect(printed).not.toMatch(/##\[|^\s*::|[\u007f-\u009f]/m);
  }
});
