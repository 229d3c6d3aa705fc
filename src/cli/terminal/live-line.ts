import type { WriteStream } from 'node:tty';
import { cut } from './display-text.ts';

/** Moves to the start of the line and erases it (ECMA-48 EL); this display uses no other control, and no colour. */
const START = '\r';
const ERASE = '\x1b[K';

/** The width of a terminal that reports none, such as one that a program made. */
const USUAL_COLUMNS = 80;

export const terminalColumns = (stream: WriteStream): number => stream.columns || USUAL_COLUMNS;

/** Whether the output can overwrite a line: not in a file, a pipe, or a terminal that can't erase. */
export const isLive = (stream: WriteStream, term = process.env.TERM): boolean =>
  stream.isTTY === true && term !== undefined && term !== '' && term !== 'dumb';

/** One line at the bottom of a terminal that is rewritten in place. */
export class LiveLine {
  readonly #stream: WriteStream;
  #isShown = false;
  #isClosed = false;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  /** A text wider than the terminal is cut: a line that wraps can't be overwritten. */
  show(text: string): void {
    if (this.#isClosed) return;
    this.#stream.write(`${START}${cut(text, terminalColumns(this.#stream) - 1)}${ERASE}`);
    this.#isShown = true;
  }

  clear(): void {
    if (this.#isShown) this.#stream.write(`${START}${ERASE}`);
    this.#isShown = false;
  }

  close(): void {
    this.clear();
    this.#isClosed = true;
  }
}
