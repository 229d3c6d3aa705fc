import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green';

export type Paint = (style: Style, text: string) => string;

/** Leaves text as it is. */
export const unpainted: Paint = (_, text) => text;

/** Colours where the stream is a terminal that has them; `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are heeded. */
export const paintFor =
  (stream: WriteStream): Paint =>
  (style, text) =>
    styleText(style, text, { stream });
