import { describe, expect, test } from 'vitest';
import { code, escapeMarkdown, mermaidName, table } from '../../../../src/words/summary/markdown.ts';
import { HOSTILE } from '../../../fakes/made-report.ts';

describe.each(HOSTILE)('%j', (name) => {
  test('is text in Markdown: one line, and no markup', () => {
    const escaped = escapeMarkdown(name);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
    expect(escaped).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029<>]/);
    expect(escaped.replaceAll(/\\./g, '')).not.toMatch(/[\\`*_{}[\]()#+!|~@$]/);
  });

  test('is code in a table: one span in one cell', () => {
    const span = code(name);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be left
    expect(span).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
    expect(span).toMatch(/^`[^`]+`$/);
    expect(span.replaceAll('\\|', '')).not.toContain('|');
  });

  test('is a task in a Mermaid chart', () => {
    expect(mermaidName(name)).toMatch(/^[\p{L}\p{N} ._/@()[\]·-]+$/u);
  });
});

test.each([
  ['test_vlan.py', 'test\\_vlan.py'],
  ['a < b && c', 'a &lt; b &amp;&amp; c'],
  ['26 networks, threshold 24', '26 networks, threshold 24'],
])('text reads as it was: %s', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('long text is cut, between characters', () => {
  for (const long of ['x'.repeat(5000), '🦆'.repeat(2000), `x${'🦆'.repeat(2000)}`]) {
    for (const cut of [code(long), escapeMarkdown(long)]) {
      expect(cut.length).toBeLessThan(400);
      expect(cut).toContain('…');
      expect(cut.isWellFormed()).toBe(true);
    }
    expect(mermaidName(long).length).toBeLessThanOrEqual(62);
    expect(mermaidName(long).isWellFormed()).toBe(true);
  }
});

/** What Mermaid's grammar for gantt charts takes for something else at the beginning of a line (gantt.jison). */
describe('a task is not taken for a statement', () => {
  test.each([
    'gantt',
    'Gantt chart test',
    'section of the suite',
    'title page',
    'click here',
    'call me',
    'href "x"',
    'dateFormat x',
    'axisFormat x',
    'tickInterval 1day',
    'excludes weekends',
    'includes weekends',
    'todayMarker off',
    'weekday monday',
    'weekend friday',
    'topAxis',
    'inclusiveEndDates',
    'accTitle',
    'accDescr',
    '2026-11-24T10-00-00_sw1',
  ])('%s', (name) => {
    expect(mermaidName(name)).toMatch(/^·/);
    expect(mermaidName(name)).toContain(name.replaceAll('"', ' ').trim().slice(0, 8));
  });

  test.each(['test_vlan', 'ganttry', 'sections', '2026', 'sw1_2026-11-24'])('%s stays as it is', (name) => {
    expect(mermaidName(name)).toBe(name);
  });
});

test('a table has so many rows at most, and counts the rest', () => {
  const made = (count: number) => {
    const items = Array.from({ length: count }, (_, at) => at);
    return table(['a', 'b'], items, (at) => [`r${at}`, 'x']);
  };
  expect(made(2)).toBe('| a | b |\n| --- | --- |\n| r0 | x |\n| r1 | x |\n');
  const long = made(10_000).split('\n');
  expect(long.length).toBeLessThan(100);
  expect(long.filter((line) => line !== '').at(-1)).toMatch(/^… and 9\d\d\d more, in the report\.$/);
});
