import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { timed } from '../alternation.ts';

/** As much as the journal reserves at once. */
const RESERVED = 1024 * 1024;

/** What a file system takes to make a record last: written where there is space already, and fdatasync. */
export class DiskSync implements AsyncDisposable {
  readonly #file: FileHandle;
  #end = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(folder: string): Promise<DiskSync> {
    const file = await open(join(folder, 'disk-sync'), 'wx');
    await file.write(Buffer.alloc(RESERVED), 0, RESERVED, 0);
    await file.sync();
    return new DiskSync(file);
  }

  /** Writes that many bytes and syncs them. @returns ms */
  measure(bytes: number): Promise<number> {
    if (this.#end + bytes > RESERVED) this.#end = 0;
    const record = Buffer.alloc(bytes, 'x');
    return timed(async () => {
      await this.#file.write(record, 0, bytes, this.#end);
      await this.#file.datasync();
      this.#end += bytes;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#file.close();
  }
}
