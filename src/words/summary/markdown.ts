import { oneLine } from '../one-line.ts';

/** The most characters of a name, or of the engine's words, in a cell or a label. */
const LONGEST = 300;

/** The beginning of a text, without cutting a character in two. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST - 1);
  return `${start.isWellFormed() ? start : start.slice(0, -1)}…`;
}

const short = (text: string): string => oneLine(cut(text));

/** Escapes a text for GitHub's Markdown, also for a table. */
export const escapeMarkdown = (text: string): string =>
  short(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@$-]/g, '\\$&');

/** A name in a code span, also in a table: a backtick can't be escaped there. */
export const code = (text: string): string =>
  `\`${short(text).replaceAll('`', "'").replaceAll('|', '\\|') || ' '}\``;

/** Words that Mermaid reads as a statement, or a date, at the beginning of a line (its grammar, gantt.jison). */
const STATEMENT =
  /^(?:\d{4}-\d\d-\d\d|(?:gantt|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|accdescription|section|click|call|href)(?!\w))/i;

const LONGEST_TASK = 60;

/** A task's name in a Mermaid chart, in which colons, semicolons, commas, hashes and some words have a meaning. */
export function mermaidName(text: string): string {
  const name = text
    .slice(0, LONGEST_TASK)
    .replaceAll(/[^\p{L}\p{N} ._/@()[\]-]+/gu, ' ')
    .trim();
  if (name === '') return 'unnamed';
  return STATEMENT.test(name) ? `· ${name}` : name;
}

/** The most rows of a table; the rest is only counted. */
const MOST_ROWS = 50;

/** A table with one row per item; its cells are Markdown already. */
export function table<T>(
  head: readonly string[],
  items: readonly T[],
  cells: (item: T) => readonly string[],
): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const shown = items.slice(0, MOST_ROWS).map((item) => line(cells(item)));
  const more = items.length - shown.length;
  return [
    line(head),
    line(head.map(() => '---')),
    ...shown,
    ...(more > 0 ? ['', `… and ${more} more, in the report.`] : []),
    '',
  ].join('\n');
}

export const details = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n</details>\n`;

/** A heading and what follows on it; empty if nothing does. */
export const section = (title: string, body: string): string =>
  body === '' ? '' : `### ${title}\n\n${body}`;
