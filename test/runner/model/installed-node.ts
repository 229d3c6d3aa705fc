import { chmodSync, cpSync } from 'node:fs';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

/** A Node that every user may run, as a runner brings its own: that of the tests may be in a folder of root's. */
export class InstalledNode implements Disposable {
  readonly #folder = new TemporaryFolder();
  readonly path = this.#folder.file('node');

  constructor() {
    chmodSync(this.#folder.path, 0o755);
    cpSync(process.execPath, this.path);
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}
