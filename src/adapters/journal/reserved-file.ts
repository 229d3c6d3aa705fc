import type { FileHandle } from 'node:fs/promises';
import { writeWhole } from './durable-write.ts';

/** Space is reserved in pieces of this many bytes, so that a full disk does not stop the journal. */
const RESERVE = 1024 * 1024;

/** A single piece of the reserved size would stay in the memory of the process. */
const ZEROS = Buffer.alloc(64 * 1024);

/** A file that grows at its end, and has space reserved there. */
export class ReservedFile {
  readonly #file: FileHandle;
  #end: number;
  #reserved: number;

  /** @param end the end of its content, in bytes; the file may go on with zeros */
  constructor(file: FileHandle, end: number) {
    this.#file = file;
    this.#end = end;
    this.#reserved = end;
  }

  /** The end of its content, in bytes. */
  get end(): number {
    return this.#end;
  }

  /** @param sync whether it resolves only when the bytes are on disk */
  async append(bytes: Buffer, sync: boolean): Promise<void> {
    if (this.#end + bytes.length > this.#reserved) await this.reserve(bytes.length);
    await writeWhole(this.#file, bytes, this.#end);
    if (sync) await this.#file.datasync();
    this.#end += bytes.length;
  }

  /** Reserves space for so many bytes and more. If no more space can be reserved, the reserved space is still used. */
  async reserve(bytes: number): Promise<void> {
    const target = this.#end + bytes + RESERVE;
    // If an earlier reservation failed, records stand beyond the reserved space.
    const from = Math.max(this.#reserved, this.#end);
    try {
      for (let at = from; at < target; at += ZEROS.length)
        await writeWhole(this.#file, ZEROS.subarray(0, target - at), at);
      await this.#file.sync();
      this.#reserved = target;
    } catch {
      // A record that needs more space than there is fails at its own write.
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
