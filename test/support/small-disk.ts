import { closeSync, mkdirSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { findCommand, runAsRoot } from '../../scripts/engine/root-command.ts';

const MIB = 1024 * 1024;

interface DiskSize {
  /** 8 unless said otherwise. */
  readonly mebibytes?: number;
  /** As many as the kernel finds right unless said otherwise. */
  readonly inodes?: number;
}

/** Who may write to it: under sudo that is not root. */
const [UID, GID] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];

/** A small file system, of a file that is mounted as a loop device, or in memory where the kernel has none. */
export class SmallDisk implements AsyncDisposable {
  /** Where it is mounted. */
  readonly path: string;
  /** `ext4` or `tmpfs`. */
  readonly kind: string;
  readonly #filler: string;

  private constructor(path: string, kind: string) {
    this.path = path;
    this.kind = kind;
    this.#filler = join(path, 'filler');
  }

  /** @param parent a folder, which takes the file and the mount point */
  static async mount(parent: string, { mebibytes = 8, inodes }: DiskSize = {}): Promise<SmallDisk> {
    const bytes = mebibytes * MIB;
    const path = join(parent, 'disk');
    mkdirSync(path);
    try {
      await mountLoop(join(parent, 'disk.img'), path, bytes, inodes);
      return new SmallDisk(path, 'ext4');
    } catch {
      const limits = `size=${bytes}${inodes === undefined ? '' : `,nr_inodes=${inodes}`}`;
      await runAsRoot('mount', '-t', 'tmpfs', '-o', `${limits},uid=${UID},gid=${GID}`, 'tmpfs', path);
      return new SmallDisk(path, 'tmpfs');
    }
  }

  /** Writes until not one byte more is taken. */
  fill(): void {
    const file = openSync(this.#filler, 'a');
    try {
      for (let size = MIB; size >= 1; ) {
        try {
          writeSync(file, Buffer.alloc(size, 1));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
          size = Math.floor(size / 8);
        }
      }
    } finally {
      closeSync(file);
    }
  }

  free(): void {
    rmSync(this.#filler, { force: true });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return runAsRoot('umount', this.path);
  }
}

async function mountLoop(image: string, path: string, bytes: number, inodes?: number): Promise<void> {
  if (findCommand('mkfs.ext4') === undefined) throw new Error('no mkfs.ext4 here');
  closeSync(openSync(image, 'w'));
  truncateSync(image, bytes);
  const count = inodes === undefined ? [] : ['-N', String(inodes)];
  await runAsRoot('mkfs.ext4', '-q', '-F', ...count, '-E', `root_owner=${UID}:${GID}`, image);
  await runAsRoot('mount', '-o', 'loop', image, path);
}
