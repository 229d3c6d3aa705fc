import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asRoot, signalAsRoot } from '../engine/root-command.ts';
import { interrupted, onInterruption, untilEnd } from '../interruption.ts';
import { type TemporaryFolder, temporaryFolder } from '../temporary-folder.ts';

const LOCK_WAIT_S = 120;

/** apt-get, whose output goes to a file that is shown only where apt fails. */
export class Apt implements AsyncDisposable {
  readonly #folder: TemporaryFolder;

  private constructor(folder: TemporaryFolder) {
    this.#folder = folder;
  }

  static async open(): Promise<Apt> {
    return new Apt(await temporaryFolder('topo-gc-apt'));
  }

  /** @throws Error with the output */
  async run(...args: readonly string[]): Promise<void> {
    const options = ['-o', `DPkg::Lock::Timeout=${LOCK_WAIT_S}`, '--quiet'];
    const environment = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'] as const;
    const [command, commandArgs] = asRoot(...environment, 'apt-get', ...options, ...args);
    const path = join(this.#folder.path, 'log');
    await using log = await open(path, 'w');
    // In a session of its own, Ctrl-C leaves it to us: dpkg must come to the end of what it has begun.
    const apt = spawn(command, commandArgs, { stdio: ['ignore', log.fd, log.fd], detached: true });
    const exit = once(apt, 'exit');
    using _registration = onInterruption(async () => {
      await signalAsRoot('INT', String(apt.pid));
      await exit;
    });
    const [code, signal] = await exit;
    if (interrupted.aborted) await untilEnd();
    if (code === 0) return;
    const output = (await readFile(path, 'utf8')).trimEnd();
    throw new Error(`apt-get ${args.join(' ')} failed with ${signal ?? code}:\n${output}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#folder[Symbol.asyncDispose]();
  }
}
