import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { COMMAND_PATH, runAsRoot } from '../engine/root-command.ts';
import { onInterruption } from '../interruption.ts';
import { debianMirror, networkVariables, SUITE, writeSettings } from './machine-settings.ts';
import { runInNamespaces } from './namespaces.ts';
import { layNode20 } from './node20.ts';

const run = promisify(execFile);

const REPOSITORY = dirname(dirname(import.meta.dirname));
const ENTER = join(import.meta.dirname, 'enter-root.sh');
/** Of the clone, in the root. */
const CLONE = '/root/topo-gc';
/** Set in a root: its own tests make no further one. */
export const IN_FRESH_ROOT = 'TOPO_GC_FRESH_ROOT';

/** A new Debian 12 in a folder, with Node 20, npm and a clone of what is committed, and nothing else. It goes with its folder. */
export class FreshRoot implements AsyncDisposable {
  readonly #folder = join(tmpdir(), `topo-gc-fresh-${randomBytes(4).toString('hex')}`);
  readonly #root = join(this.#folder, 'root');
  // First: a signal after it was made would leave the folder.
  readonly #registration = onInterruption(() => this.#remove());

  #isKept = false;

  private constructor() {
    mkdirSync(this.#folder, { mode: 0o700 });
  }

  static async make(): Promise<FreshRoot> {
    await using undo = new AsyncDisposableStack();
    const root = undo.use(new FreshRoot());
    await root.#bootstrap();
    await root.#furnish();
    undo.move();
    return root;
  }

  /** Runs a command in the clone. @returns its exit status */
  async run(command: readonly string[]): Promise<number> {
    const variables = {
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: '/root',
      USER: 'root',
      [IN_FRESH_ROOT]: '1',
      ...networkVariables(process.env),
      ...(process.env.CI !== undefined && { CI: process.env.CI }),
    };
    const assignments = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    return runInNamespaces(['sh', ENTER, this.#root, CLONE, ...assignments, ...command], {
      isGraceful: true,
    });
  }

  /** Leaves the folder where it is. @returns the path of the root */
  keep(): string {
    this.#isKept = true;
    return this.#root;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    using _registration = this.#registration;
    await this.#remove();
  }

  async #bootstrap(): Promise<void> {
    const mirror = await debianMirror();
    const options = ['--variant=minbase', SUITE, this.#root];
    const path = join(this.#folder, 'log');
    await using log = await open(path, 'w');
    const command = [
      'env',
      `PATH=${COMMAND_PATH}`,
      'debootstrap',
      ...options,
      ...(mirror === undefined ? [] : [mirror]),
    ];
    const status = await runInNamespaces(command, { output: log.fd });
    if (status !== 0)
      throw new Error(`debootstrap failed with ${status}:\n${(await readFile(path, 'utf8')).trimEnd()}`);
  }

  /** Lays over what debootstrap made: as files of this process's user first, that become root's. */
  async #furnish(): Promise<void> {
    const over = join(this.#folder, 'over');
    await mkdir(join(over, 'root'), { recursive: true });
    await writeSettings(over);
    await layNode20(over);
    await run('git', ['clone', '--quiet', '--depth', '1', `file://${REPOSITORY}`, join(over, CLONE)]);
    await runAsRoot('cp', '--recursive', '--no-dereference', `${over}/.`, this.#root);
    await runAsRoot('chown', '--recursive', '0:0', join(this.#root, 'root'));
    await runAsRoot('rm', '-rf', over);
  }

  async #remove(): Promise<void> {
    if (!this.#isKept) await runAsRoot('rm', '-rf', '--one-file-system', this.#folder);
  }
}
