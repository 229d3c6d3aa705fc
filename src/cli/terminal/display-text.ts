import stringWidth from 'string-width';

/** Characters that move the cursor, end the line, or turn the direction of the text after them. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const SEGMENTER = new Intl.Segmenter();

const escaped = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Makes a foreign text safe to print on a terminal: its control characters are escaped, `\u001b`. */
export const printable = (text: string): string => text.toWellFormed().replaceAll(CONTROLS, escaped);

/** The width in terminal columns: East-Asian wide characters and emoji take two, escape sequences none. */
export const displayWidth = (text: string): number => stringWidth(text);

/** Cuts a text without escape sequences to a number of columns; `…` stands for the missing end. */
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
