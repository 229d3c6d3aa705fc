import { oneLine } from './one-line.ts';

/** A cell or a label holds no more of a name or of the engine's words than that, in characters. */
const LONGEST = 300;

/** The beginning of a text; no character is cut in two. */
function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const start = text.slice(0, LONGEST - 1);
  return `${start.isWellFormed() ? start : start.slice(0, -1)}…`;
}

const short = (text: string): string => oneLine(cut(text));

/** Text in GitHub's Markdown that is shown as it is, also in a table. */
export const escapeMarkdown = (text: string): string =>
  short(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@$-]/g, '\\$&');

/** A name in a code span, also in a table: a backtick can't be escaped there. */
export const code = (text: string): string =>
  `\`${short(text).replaceAll('`', "'").replaceAll('|', '\\|') || ' '}\``;

/** What Mermaid takes for a statement, or a date, where a line begins with it (its grammar, gantt.jison). */
const STATEMENT =
  /^(?:\d{4}-\d\d-\d\d|(?:gantt|dateformat|axisformat|tickinterval|inclusiveenddates|topaxis|includes|excludes|todaymarker|weekday|weekend|title|acctitle|accdescr|accdescription|section|click|call|href)(?!\w))/i;

const LONGEST_TASK = 60;

/** A task's name in a Mermaid chart, where colons, semicolons, commas and hashes have a meaning, and so have some words. */
export function mermaidName(text: string): string {
  const name = text
    .slice(0, LONGEST_TASK)
    .replaceAll(/[^\p{L}\p{N} ._/@()[\]-]+/gu, ' ')
    .trim();
  if (name === '') return 'unnamed';
  return STATEMENT.test(name) ? `· ${name}` : name;
}

/** How many rows a table has at most; the rest is counted. */
const MOST_ROWS = 50;

/** A table with a row of cells, Markdown already, for each item. */
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
