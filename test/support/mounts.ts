import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readMountPoints } from '../../src/adapters/host/mount-table.ts';
import { type Lack, needsRoot } from './skipped.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Mounts of a test's own; they end with it. */
export class Mounts implements Disposable {
  readonly #paths: string[] = [];
  /** What a command begins with, so that it runs in the mount namespace that is meant. */
  readonly #within: readonly string[];
  readonly #process: string;

  /** @param engine a private one, whose mounts they are: it may have a mount namespace of its own; this process's unless given */
  constructor(engine?: { readonly socketPath: string }) {
    this.#process =
      engine === undefined ? 'self' : readFileSync(join(dirname(engine.socketPath), 'pid'), 'utf8').trim();
    this.#within = engine === undefined ? [] : ['nsenter', `--mount=/proc/${this.#process}/ns/mnt`, '--'];
  }

  /** A file system of its own, in memory. */
  tmpfs(path: string): void {
    this.#mount(['-t', 'tmpfs', '-o', 'mode=755', 'none', path], path);
  }

  /** Something that is there, once more. */
  bind(from: string, path: string): void {
    this.#mount(['--bind', from, path], path);
  }

  /** A folder whose mounts come to whoever shares it, as all do where systemd is. */
  shared(path: string): void {
    this.bind(path, path);
    this.#run('mount', '--make-shared', path);
  }

  /** Ends what others have mounted below a folder, so that nothing is emptied together with it. */
  unmountBelow(folder: string): void {
    const mounted = readMountPoints(readFileSync(`/proc/${this.#process}/mountinfo`, 'utf8'));
    for (const path of mounted.filter((each) => each.startsWith(`${folder}/`)).toReversed())
      this.#run('umount', path);
  }

  [Symbol.dispose](): void {
    for (const path of this.#paths.toReversed()) this.#run('umount', path);
  }

  #mount(args: readonly string[], path: string): void {
    this.#run('mount', ...args);
    this.#paths.push(path);
  }

  #run(...line: readonly string[]): void {
    const [command = '', ...args] = [...this.#within, ...line];
    execFileSync(command, args, { stdio: 'pipe' });
  }
}

/** Why this process may not mount: root may, but not in most containers. */
export function lackForMounts(): Lack | undefined {
  if (needsRoot()) return needsRoot();
  using folder = new TemporaryFolder();
  mkdirSync(folder.file('there'));
  writeFileSync(folder.file('from'), '');
  try {
    using mounts = new Mounts();
    mounts.tmpfs(folder.file('there'));
    return undefined;
  } catch {
    return 'kernel: it mounts nothing for this process';
  }
}
