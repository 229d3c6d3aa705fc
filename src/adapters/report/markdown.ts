/** A cell or a label holds no more of a name or of the engine's words than that, in characters. */
const LONGEST = 300;

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

/** One line, whatever control characters a name holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be replaced
const oneLine = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');

/** Text in GitHub's Markdown that is shown as it is, also in a table. */
export const escapeMarkdown = (text: string): string =>
  cut(oneLine(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~@$-]/g, '\\$&');

/** A name in a code span, also in a table: a backtick can't be escaped there. */
export const code = (text: string): string =>
  `\`${cut(oneLine(text)).replaceAll('`', "'").replaceAll('|', '\\|') || ' '}\``;

/** A task's name in a Mermaid chart, where colons, semicolons, commas and hashes have a meaning. */
export const mermaidName = (text: string): string =>
  cut(text)
    .slice(0, 60)
    .replaceAll(/[^\p{L}\p{N} ._/@()[\]-]+/gu, ' ')
    .trim() || 'unnamed';

/** How many rows a table has at most; the rest is counted. */
const MOST_ROWS = 50;

/** A table of cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const shown = rows.slice(0, MOST_ROWS).map(line);
  const more = rows.length - shown.length;
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
