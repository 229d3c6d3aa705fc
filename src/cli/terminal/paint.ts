import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

export type Paint = (style: Style, text: string) => string;

/** Leaves text as it is. */
export const unpainted: Paint = (_, text) => text;

/** Colours if the stream is a terminal with colours; it respects `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb`. */
export const paintFor =
  (stream: WriteStream): Paint =>
  (style, text) =>
    styleText(style, text, { stream });
