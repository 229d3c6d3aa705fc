import type { ReadStream, WriteStream } from 'node:tty';
import { terminalColumns } from './live-line.ts';

/** The alternate screen, without a cursor and without wrapping (xterm's private modes), and the way back. */
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l';
const LEAVE = '\x1b[?7h\x1b[?25h\x1b[?1049l';
/** Terminals with mode 2026 show a frame at once; all terminals write it over the last one, so nothing flickers. */
const BEGIN = '\x1b[?2026h\x1b[H';
const END = '\x1b[J\x1b[?2026l';
const ERASE = '\x1b[K';

const USUAL_ROWS = 24;
const CTRL_C = '\x03';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

type Render = (size: Size) => readonly string[];

/** A full-screen view that is redrawn on changes; at its end the earlier screen comes back. */
export class LiveScreen implements Disposable {
  readonly #output: WriteStream;
  readonly #input: ReadStream;
  readonly #onKey: (key: 'quit' | 'interrupt') => void;
  #render: Render = () => [];
  #shown = '';

  /** @param onKey `q`, or Ctrl-C, which arrives as a key while the screen is open */
  constructor(output: WriteStream, input: ReadStream, onKey: (key: 'quit' | 'interrupt') => void) {
    this.#output = output;
    this.#input = input;
    this.#onKey = onKey;
    output.write(ENTER);
    output.on('resize', this.#resize);
    process.once('exit', this.#leave);
    if (!input.isTTY) return;
    input.setRawMode(true);
    input.on('data', this.#read).resume();
  }

  show(render: Render): void {
    this.#render = render;
    this.#draw();
  }

  [Symbol.dispose](): void {
    this.#output.off('resize', this.#resize);
    process.off('exit', this.#leave);
    this.#leave();
  }

  readonly #resize = (): void => {
    this.#shown = '';
    this.#draw();
  };

  readonly #read = (keys: Buffer): void => {
    if (keys.includes(CTRL_C)) this.#onKey('interrupt');
    else if (keys.includes('q')) this.#onKey('quit');
  };

  readonly #leave = (): void => {
    this.#output.write(LEAVE);
    if (!this.#input.isTTY) return;
    this.#input.off('data', this.#read).pause();
    this.#input.setRawMode(false);
  };

  #draw(): void {
    const rows = this.#output.rows || USUAL_ROWS;
    const lines = this.#render({ columns: terminalColumns(this.#output), rows }).slice(0, rows);
    const frame = lines.map((line) => `${line}${ERASE}`).join('\r\n');
    if (frame === this.#shown) return;
    this.#shown = frame;
    this.#output.write(`${BEGIN}${frame}${END}`);
  }
}
