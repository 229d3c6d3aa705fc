import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { HostProbe } from '../../../../src/adapters/host/probe/host-probe.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

/** What a kernel shows in `/proc` and `/sys`, as far as a test writes it. */
export class MadeRoot implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly probe = new HostProbe({ diskPaths: [], root: this.#folder.path });

  /** Writes files, by path. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      const file = this.#folder.file(path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}
