import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Docker from 'dockerode';
import { vi } from 'vitest';
import { importBusybox } from '../../scripts/engine/busybox-image.ts';
import { startDockerd } from '../../scripts/engine/private-dockerd.ts';
import { asRoot, COMMAND_PATH, signalAsRoot } from '../../scripts/engine/root-command.ts';
import { killStrays } from '../../scripts/engine/stray-shims.ts';

const START = { timeout: 60_000, interval: 100 };

/** A private engine that a test can end, and start again with all that it had. */
export class RestartedEngine implements AsyncDisposable {
  readonly host: string;
  readonly socketPath: string;
  readonly docker: Docker;
  readonly #owned: AsyncDisposableStack;
  readonly #folder: string;
  #successor: ChildProcess | undefined;

  private constructor(host: string, owned: AsyncDisposableStack) {
    this.host = host;
    this.#owned = owned;
    this.socketPath = host.slice('unix://'.length);
    this.#folder = dirname(this.socketPath);
    this.docker = new Docker({ socketPath: this.socketPath });
  }

  /** With the image of the tests. */
  static async start(): Promise<RestartedEngine> {
    await using owned = new AsyncDisposableStack();
    const host = await startDockerd(owned);
    const engine = new RestartedEngine(host, owned.move());
    const image = process.env.TOPO_GC_TEST_IMAGE ?? '';
    await importBusybox(engine.docker, image);
    return engine;
  }

  /** `TERM`: it stops its containers first. `KILL`: they are left to themselves. */
  async end(signal: 'TERM' | 'KILL'): Promise<void> {
    const files = ['pid', 'exec/containerd/containerd.pid'].map((file) => join(this.#folder, file));
    const pids = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).map((pid) => pid.trim());
    await signalAsRoot(signal, ...pids.slice(0, 1));
    // Its containerd ends with it. A successor takes even what a parent has yet to reap for one that runs.
    await vi.waitUntil(() => !pids.some((pid) => existsSync(`/proc/${pid}`)), START);
  }

  /** Like its predecessor, in a network namespace of its own, where the bridges have to be made anew. */
  async comeBack(): Promise<void> {
    const inOwnNetwork = ['unshare', '--net', '--', 'sh', '-c', 'busybox ip link set lo up; exec "$@"', 'sh'];
    const configFile = join(this.#folder, 'daemon.json');
    const [command, args] = asRoot('env', `PATH=${COMMAND_PATH}`, ...inOwnNetwork, 'dockerd');
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
