import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TemporaryFolder } from './temporary-folder.ts';

const ROOT = dirname(dirname(import.meta.dirname));

/** `topo-gc` on a PATH, run from its source. */
export class CommandFromSource implements Disposable {
  readonly #folder = new TemporaryFolder();

  constructor() {
    const file = this.#folder.file('topo-gc');
    const script = join(ROOT, 'src/entry/cli.ts');
    const flags = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON --disable-warning=ExperimentalWarning';
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' ${flags} '${script}' "$@"\n`);
    chmodSync(file, 0o755);
  }

  /** With that agent to talk to. */
  environment(socket: string): Record<string, string> {
    return {
      PATH: `${this.#folder.path}:${process.env.PATH ?? ''}`,
      TOPO_GC_SOCKET: socket,
      LC_ALL: 'C.UTF-8',
    };
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}
