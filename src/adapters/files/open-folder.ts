import { closeSync, constants, fchownSync, fstatSync, fsyncSync, openSync, type Stats } from 'node:fs';

const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = constants;

/** A user and a group, by their numbers. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * A folder that is open. What is done below its `path` happens in that very folder, even if another takes its name
 * (proc(5), `/proc/self/fd`); and that path is short enough for a socket.
 */
export class OpenFolder implements Disposable {
  readonly #descriptor: number;

  /** @throws Error `ENOENT`; `ENOTDIR` if it is a link or a file */
  constructor(path: string) {
    this.#descriptor = openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  }

  get path(): string {
    return `/proc/self/fd/${this.#descriptor}`;
  }

  stats(): Stats {
    return fstatSync(this.#descriptor);
  }

  giveTo({ uid, gid }: Owner): void {
    fchownSync(this.#descriptor, uid, gid);
  }

  /** Makes what was made, renamed or removed in it survive a power cut. */
  sync(): void {
    fsyncSync(this.#descriptor);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}
