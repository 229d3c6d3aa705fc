import { TopoGcError } from '../../src/domain/errors.ts';
import type { Spool } from '../../src/domain/ports.ts';
import type { Submission } from '../../src/domain/topology/submission.ts';

interface Spooled {
  readonly file: string;
  readonly submission: Submission;
}

/** A spool in memory: tests put files in, and see what became of them. */
export class MemorySpool implements Spool {
  readonly files = new Map<string, Spooled>();
  /** What is no submission. */
  readonly unreadable: { readonly file: string; readonly error: string }[] = [];
  /** What reading, removing and putting aside a file fails with, by its name. */
  readonly faults = new Map<string, { read?: Error; taken?: Error; reject?: Error }>();
  readonly rejected: string[] = [];
  isClosed = false;
  /** What listing and closing fail with. */
  failure: Error | undefined;
  #onChange: () => void = () => {};

  /** As a client would. */
  leave(spooled: Spooled): void {
    this.files.set(spooled.file, spooled);
    this.#onChange();
  }

  async list(): Promise<string[]> {
    if (this.failure !== undefined) throw this.failure;
    return [...this.files.keys(), ...this.unreadable.map(({ file }) => file)];
  }

  async read(file: string): Promise<Submission | undefined> {
    const { read } = this.faults.get(file) ?? {};
    if (read !== undefined) throw read;
    const bad = this.unreadable.find((each) => each.file === file);
    if (bad !== undefined) throw new TopoGcError('invalid-submission', bad.error);
    return this.files.get(file)?.submission;
  }

  async taken(file: string): Promise<void> {
    const { taken } = this.faults.get(file) ?? {};
    if (taken !== undefined) throw taken;
    this.files.delete(file);
  }

  async reject(file: string): Promise<void> {
    const { reject } = this.faults.get(file) ?? {};
    if (reject !== undefined) throw reject;
    this.files.delete(file);
    this.unreadable.splice(
      0,
      this.unreadable.length,
      ...this.unreadable.filter((each) => each.file !== file),
    );
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
