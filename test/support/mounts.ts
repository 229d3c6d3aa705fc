import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { type Lack, needsRoot } from './skipped.ts';
import { TemporaryFolder } from './temporary-folder.ts';

/** Mounts of a test's own; they end with it. */
export class Mounts implements Disposable {
  readonly #paths: string[] = [];

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
    execFileSync('mount', ['--make-shared', path], { stdio: 'pipe' });
  }

  [Symbol.dispose](): void {
    for (const path of this.#paths.toReversed()) execFileSync('umount', [path]);
  }

  #mount(args: readonly string[], path: string): void {
    execFileSync('mount', args, { stdio: 'pipe' });
    this.#paths.push(path);
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
