import { type BigIntStats, constants, type Dir, type Dirent, readFileSync } from 'node:fs';
import { access, chmod, type FileHandle, open, opendir, readlink, rmdir, unlink } from 'node:fs/promises';
import { fileOf } from './file-identity.ts';

/** A flag of open(2): a handle to a place, which neither reads nor wakes the file. Node has no name for it. */
const O_PATH = 0o10000000;

/** How many names of a folder are read at once. */
const LISTED_AT_ONCE = 256;

type Name = string | Buffer;

/** A name that a folder holds, of any bytes, and of what type it was when the folder was read. */
export type ListedEntry = Dirent<Buffer>;

/**
 * A file or folder that is held by a handle, so that it stays the same whatever happens to its name. Looks up one name
 * at a time below the handle, never through a link: as `openat` and its kin do, which Node lacks. `/proc/self/fd/N`
 * leads to the very folder that is held (proc(5)).
 */
export class OpenEntry implements AsyncDisposable {
  readonly #handle: FileHandle;
  readonly stat: BigIntStats;
  /** Two entries with the same id have no mount between them, not even a bind mount of the same file system. */
  readonly mountId: string;

  private constructor(handle: FileHandle, stat: BigIntStats, mountId: string) {
    this.#handle = handle;
    this.stat = stat;
    this.mountId = mountId;
  }

  static async #open(path: Name): Promise<OpenEntry> {
    const handle = await open(path, O_PATH | constants.O_NOFOLLOW);
    try {
      const stat = await handle.stat({ bigint: true });
      // The kernel generates the text: there is no wait for a disk.
      const info = readFileSync(`/proc/self/fdinfo/${handle.fd}`, 'latin1');
      const [, mountId] = /^mnt_id:\s*(\d+)$/m.exec(info) ?? [];
      if (mountId === undefined)
        throw new Error('/proc/self/fdinfo shows no mount, as it does from Linux 3.15 on');
      return new OpenEntry(handle, stat, mountId);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** `/`. */
  static top(): Promise<OpenEntry> {
    return OpenEntry.#open('/');
  }

  /** The target of a path: only for questions whose answer removes nothing. */
  static at(path: string): Promise<OpenEntry> {
    return OpenEntry.#open(path);
  }

  /** The entry under a name, whatever it is; for a link, the link itself. */
  child(name: Name): Promise<OpenEntry> {
    return OpenEntry.#open(this.#below(name));
  }

  /** The folder that holds this one now. */
  parent(): Promise<OpenEntry> {
    return this.child('..');
  }

  /** What it holds. */
  async list(): Promise<AsyncIterable<ListedEntry>> {
    // The types know text encodings only.
    const encoding = 'buffer' as BufferEncoding;
    const dir: Dir = await opendir(this.#self, { encoding, bufferSize: LISTED_AT_ONCE });
    return dir as unknown as AsyncIterable<ListedEntry>;
  }

  readlink(name: Name): Promise<string> {
    return readlink(this.#below(name));
  }

  /** Removes anything but a folder. */
  unlink(name: Name): Promise<void> {
    return unlink(this.#below(name));
  }

  /** Removes an empty folder. */
  rmdir(name: Name): Promise<void> {
    return rmdir(this.#below(name));
  }

  /** @param rights of access(2) @throws the kernel's error if this process lacks one of them */
  checkRights(rights: number): Promise<void> {
    return access(this.#self, rights);
  }

  /** @throws the kernel's error where this process may not write the file of that name */
  checkWritable(name: Name): Promise<void> {
    return access(this.#below(name), constants.W_OK);
  }

  /** Changes the mode of what is held; not for a link. */
  chmod(mode: number): Promise<void> {
    return chmod(this.#self, mode);
  }

  /** Which file it is, and the mount on its path. */
  get identity(): string {
    return `${fileOf(this.stat)}:${this.mountId}`;
  }

  /** A Btrfs subvolume has a device of its own without a mount; a file of an overlay may have its layer's device. */
  isOnMountOf(folder: OpenEntry): boolean {
    if (this.mountId !== folder.mountId) return false;
    return !this.stat.isDirectory() || this.stat.dev === folder.stat.dev;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close();
  }

  get #self(): string {
    return `/proc/self/fd/${this.#handle.fd}`;
  }

  #below(name: Name): Buffer {
    return Buffer.concat([Buffer.from(`${this.#self}/`), Buffer.from(name as string)]);
  }
}
