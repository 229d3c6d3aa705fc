import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of a test's own, short enough for a socket in it; it goes with all that is in it. */
export class TemporaryFolder implements Disposable {
  readonly path = mkdtempSync('/tmp/topo-gc-unit-');

  file(name: string): string {
    return join(this.path, name);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
