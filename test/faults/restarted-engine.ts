import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type Docker from 'dockerode';
import { vi } from 'vitest';
import { engineProgram } from '../../scripts/engine/engine-program.ts';
import { asRoot, COMMAND_PATH, signalAsRoot } from '../../scripts/engine/root-command.ts';
import { killStrays } from '../../scripts/engine/stray-shims.ts';
import { type PrivateEngine, startEngine } from '../support/private-engine.ts';

const START = { timeout: 60_000, interval: 100 };

/** A private engine that a test can end, and start again with all that it had. */
export class RestartedEngine implements AsyncDisposable {
  readonly host: string;
  readonly socketPath: string;
  readonly docker: Docker;
  readonly #owned: AsyncDisposableStack;
  readonly #folder: string;
  #successor: ChildProcess | undefined;

  private constructor({ host, docker, socketPath }: PrivateEngine, owned: AsyncDisposableStack) {
    this.host = host;
    this.docker = docker;
    this.socketPath = socketPath;
    this.#folder = dirname(this.socketPath);
    this.#owned = owned;
  }

  /** With the image of the tests. */
  static async start(): Promise<RestartedEngine> {
    await using owned = new AsyncDisposableStack();
    const engine = await startEngine(owned);
    return new RestartedEngine(engine, owned.move());
  }

  /** `TERM`: it stops its containers first. `KILL`: they are left to themselves. */
  async end(signal: 'TERM' | 'KILL'): Promise<void> {
    const pid = (await readFile(join(this.#folder, 'pid'), 'utf8')).trim();
    const containerd = await findProcesses(join(this.#folder, 'exec/containerd/containerd.toml'));
    await signalAsRoot(signal, pid);
    // Its containerd ends with it. A successor takes even what a parent has yet to reap for one that runs.
    const isThere = (process: string) => existsSync(`/proc/${process}`);
    await vi.waitUntil(() => ![pid, ...containerd].some(isThere), START);
  }

  /** Like its predecessor, in a network namespace of its own, where the bridges have to be made anew. */
  async comeBack(): Promise<void> {
    const inOwnNetwork = ['unshare', '--net', '--', 'sh', '-c', 'busybox ip link set lo up; exec "$@"', 'sh'];
    const configFile = join(this.#folder, 'daemon.json');
    const program = await engineProgram('docker');
    const [command, args] = asRoot('env', `PATH=${COMMAND_PATH}`, ...inOwnNetwork, ...program);
    this.#successor = spawn(command, [...args, '--config-file', configFile], {
      stdio: 'ignore',
      detached: true,
    });
    await vi.waitUntil(() => this.docker.ping().catch(() => false), START);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const successor = this.#successor;
    if (successor !== undefined && successor.exitCode === null) {
      const containers = await this.docker.listContainers({ all: true });
      await Promise.all(
        containers.map(({ Id }) => this.docker.getContainer(Id).remove({ force: true, v: true })),
      );
      await this.end('TERM');
    }
    await killStrays(join(this.#folder, 'exec/containerd/containerd.sock'));
    await this.#owned.disposeAsync();
  }
}

/** The ids of those that were started with that argument. */
async function findProcesses(argument: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const commands = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return pids.filter((_, at) => commands[at]?.split('\0').includes(argument));
}
