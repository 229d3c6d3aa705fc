import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type Lack, needsRoot } from '../../../../support/skipped.ts';
import { TemporaryFolder } from '../../../../support/temporary-folder.ts';

/** Something that the kernel lets nobody change or remove, until it ends. */
export class Immutable implements Disposable {
  readonly path: string;
  #hasEnded = false;

  constructor(path: string) {
    this.path = path;
    execFileSync('chattr', ['+i', path], { stdio: 'pipe' });
  }

  end(): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    execFileSync('chattr', ['-i', this.path]);
  }

  [Symbol.dispose](): void {
    this.end();
  }
}

/** Why nothing can be made immutable here. */
export function lackForImmutable(): Lack | undefined {
  if (needsRoot()) return needsRoot();
  using folder = new TemporaryFolder();
  writeFileSync(folder.file('kept'), '');
  try {
    using _ = new Immutable(folder.file('kept'));
    return undefined;
  } catch {
    return 'kernel: the file system of /tmp makes nothing immutable for this process';
  }
}
