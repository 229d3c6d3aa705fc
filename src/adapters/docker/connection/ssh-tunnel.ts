import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LONGEST_SOCKET_PATH } from '../../../domain/socket-path.ts';
import { systemClock } from '../../host/system-clock.ts';
import type { SshAddress } from './engine-address.ts';

/** There is no user to answer a question; a dead line is noticed within a minute. */
const OPTIONS = [
  'BatchMode=yes',
  'ExitOnForwardFailure=yes',
  'ServerAliveInterval=15',
  'StreamLocalBindUnlink=yes',
];

const SOCKET = 'engine.sock';

const LOOK_MS = 20;

/** The pause before a lost line is opened again, in ms. */
const AGAIN_MS = 1000;

const LONGEST_WORDS = 500;

/**
 * A Unix socket on this host that leads to one behind `ssh`, with the user's configuration, keys and agent, as Docker's
 * own clients do. One connection carries all; if it is lost, it is opened again.
 */
export class SshTunnel implements AsyncDisposable {
  readonly #address: SshAddress;
  readonly #folder: string;
  #ssh: ChildProcess | undefined;
  readonly #closed = new AbortController();

  private constructor(address: SshAddress, folder: string) {
    this.#address = address;
    this.#folder = folder;
  }

  /**
   * @param options `folder` for the socket, if its path is short enough: what goes with the folder needs no tidying up
   *   after a killed process. `isPatient`: if `ssh` does not get there now, it is tried again and again
   * @throws Error with the words of `ssh`, if it does not get there in time, unless `isPatient`
   */
  static async open(
    address: SshAddress,
    deadlineMs: number,
    { folder = tmpdir(), isPatient = false }: { readonly folder?: string; readonly isPatient?: boolean } = {},
  ): Promise<SshTunnel> {
    const tunnel = new SshTunnel(address, await mkdtemp(prefixIn(folder)));
    try {
      await tunnel.#begin(deadlineMs);
      return tunnel;
    } catch (error) {
      if (isPatient) {
        tunnel.#ssh?.kill();
        tunnel.#keep();
        return tunnel;
      }
      await tunnel[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** The path of the socket on this host. */
  get path(): string {
    return join(this.#folder, SOCKET);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort();
    this.#ssh?.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #begin(deadlineMs: number): Promise<void> {
    const { ssh, said } = this.#spawn();
    const deadline = systemClock.now() + deadlineMs;
    while (!existsSync(this.path)) {
      if (ssh.exitCode !== null || ssh.signalCode !== null || systemClock.now() > deadline)
        throw new Error(`ssh could not connect: ${said() || `no answer within ${deadlineMs / 1000} s`}`);
      await systemClock.sleep(LOOK_MS);
    }
    ssh.once('exit', () => this.#keep());
  }

  #spawn(): { ssh: ChildProcess; said: () => string } {
    const { destination, socket } = this.#address;
    const options = OPTIONS.flatMap((option) => ['-o', option]);
    // `cat` there ends with its input, and so does the line: also if this process is killed.
    const ssh = spawn('ssh', ['-T', ...options, '-L', `${this.path}:${socket}`, ...destination, 'cat'], {
      stdio: ['pipe', 'ignore', 'pipe'],
      // Ctrl-C at a terminal must not end a drain.
      detached: true,
    });
    let words = '';
    ssh.stderr.on('data', (chunk) => {
      words = (words + chunk).slice(-LONGEST_WORDS);
    });
    ssh.once('error', (error) => {
      words = error.message;
    });
    ssh.stdin.on('error', () => {});
    this.#ssh = ssh;
    return { ssh, said: () => words.trim() };
  }

  /** Retries what fails; calls meanwhile report that the engine is not reached. */
  #keep(): void {
    this.#again().catch(() => this.#keep());
  }

  async #again(): Promise<void> {
    const { signal } = this.#closed;
    await systemClock.sleep(AGAIN_MS, signal);
    if (signal.aborted) return;
    await rm(this.path, { force: true });
    this.#spawn().ssh.once('exit', () => this.#keep());
  }
}

/** The start of the path of a folder that can hold the socket; `mkdtemp` adds six letters. */
function prefixIn(folder: string): string {
  const prefix = join(folder, 'topo-gc-ssh-');
  const isTooDeep = Buffer.byteLength(join(`${prefix}XXXXXX`, SOCKET)) > LONGEST_SOCKET_PATH;
  return isTooDeep ? join('/tmp', 'topo-gc-ssh-') : prefix;
}
