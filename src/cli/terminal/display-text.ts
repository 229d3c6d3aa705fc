import stringWidth from 'string-width';

/** What moves the cursor, ends the line, or turns the direction of what follows. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const SEGMENTER = new Intl.Segmenter();

const escaped = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** A text of somebody else's, safe to print on a terminal: its control characters are escaped, `\u001b`. */
export const printable = (text: string): string => text.toWellFormed().replaceAll(CONTROLS, escaped);

/** In columns of a terminal: East-Asian wide characters and emoji take two; escape sequences none. */
export const displayWidth = (text: string): number => stringWidth(text);

/** A text without escape sequences, in at most so many columns; what is missing is told by `…`. */
export function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  if (columns < 1) return '';
  let kept = '';
  let width = 0;
  for (const { segment } of SEGMENTER.segment(text)) {
    width += displayWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

export const pad = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
