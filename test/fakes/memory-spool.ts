import type { Spool } from '../../src/domain/ports.ts';
import type { Rejection, Spooled } from '../../src/domain/spooled.ts';

/** A spool in memory: tests put files in, and see what became of them. */
export class MemorySpool implements Spool {
  readonly files = new Map<string, Spooled>();
  readonly unreadable: Rejection[] = [];
  readonly rejected: string[] = [];
  isClosed = false;
  /** What reading and closing fail with. */
  failure: Error | undefined;
  #onChange: () => void = () => {};

  /** As a client would. */
  leave(spooled: Spooled): void {
    this.files.set(spooled.file, spooled);
    this.#onChange();
  }

  async read(): Promise<{ spooled: Spooled[]; rejected: Rejection[] }> {
    if (this.failure !== undefined) throw this.failure;
    return { spooled: [...this.files.values()], rejected: this.unreadable.splice(0) };
  }

  async taken(file: string): Promise<void> {
    this.files.delete(file);
  }

  async reject(file: string): Promise<void> {
    this.files.delete(file);
    this.rejected.push(file);
  }

  async close(): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    this.isClosed = true;
  }

  watch(signal: AbortSignal, onChange: () => void): void {
    this.#onChange = onChange;
    signal.addEventListener('abort', () => {
      this.#onChange = () => {};
    });
  }
}
