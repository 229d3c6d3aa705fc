import type { WriteStream } from 'node:tty';
import { cut } from './display-text.ts';

/** Back to the start of the line, and away with what stands there (ECMA-48 EL); no other control is used, and no colour. */
const START = '\r';
const ERASE = '\x1b[K';

/** Where a terminal does not tell its width, as one that a program made. */
const USUAL_COLUMNS = 80;

export const terminalColumns = (stream: WriteStream): number => stream.columns || USUAL_COLUMNS;

/** Whether a line can be written over: not in a file, a pipe, or a terminal that can't erase. */
export const isLive = (stream: WriteStream, term = process.env.TERM): boolean =>
  stream.isTTY === true && term !== undefined && term !== '' && term !== 'dumb';

/** One line at the bottom of a terminal that is written anew in its place. */
export class LiveLine {
  readonly #stream: WriteStream;
  #isShown = false;
  #isClosed = false;

  constructor(stream: WriteStream) {
    this.#stream = stream;
  }

  /** What is wider than the terminal is cut: a line that wraps can't be written over. */
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
