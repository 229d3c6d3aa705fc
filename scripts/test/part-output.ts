import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Where a part and its commands write: to the terminal at once, or all of it when the part has ended. */
export class PartOutput {
  readonly #kept: Buffer[] | undefined;

  /** @param isKept another part has the terminal meanwhile */
  constructor(isKept = false) {
    this.#kept = isKept ? [] : undefined;
  }

  /** For the standard output and error of a command. */
  get stdio(): 'inherit' | 'pipe' {
    return this.#kept === undefined ? 'inherit' : 'pipe';
  }

  /** Takes what a command writes that was started with `stdio`; call it right behind the start. Waits until nobody can write more. */
  async take({ stdout, stderr }: Pick<ChildProcess, 'stdout' | 'stderr'>): Promise<void> {
    const streams = [stdout, stderr].filter((stream) => stream !== null);
    for (const stream of streams) stream.on('data', (chunk: Buffer) => this.#kept?.push(chunk));
    await Promise.all(streams.map((stream) => once(stream, 'close')));
  }

  say(line: string): void {
    if (this.#kept === undefined) console.error(line);
    else this.#kept.push(Buffer.from(`${line}\n`));
  }

  /** Writes what was kept; nothing is kept from then on. */
  show(): void {
    for (const chunk of this.#kept?.splice(0) ?? []) process.stdout.write(chunk);
  }
}
