import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { REPOSITORY } from '../runner/model/bundle-job.ts';
import { TemporaryFolder } from '../support/temporary-folder.ts';

const NPM_OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

const npm = (cwd: string, ...args: readonly string[]): string =>
  execFileSync('npm', [...args, ...NPM_OPTIONS], { cwd, encoding: 'utf8' });

/**
 * The package as it would be published, packed and installed into an empty folder with no registry to ask. It is made of
 * `dist/` as it is.
 */
export class InstalledPackage implements Disposable {
  readonly #folder = new TemporaryFolder();
  /** Paths of the files that are in the package. */
  readonly files: readonly string[];

  constructor() {
    const [packed] = JSON.parse(npm(REPOSITORY, 'pack', '--json', '--pack-destination', this.path));
    this.files = packed.files.map(({ path }: { readonly path: string }) => path);
    writeFileSync(this.file('package.json'), '{}');
    npm(this.path, 'install', '--offline', this.file(packed.filename));
  }

  /** The folder that it is installed into. */
  get path(): string {
    return this.#folder.path;
  }

  file(name: string): string {
    return this.#folder.file(name);
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}
