import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import type { EngineName } from '../engine/engine-names.ts';
import { configuration, spawnDockerd, untilAnswers } from '../engine/private-dockerd.ts';
import { runAsRoot, signalAsRoot } from '../engine/root-command.ts';
import { killStrays } from '../engine/stray-shims.ts';
import type { LabPort } from './lab-network.ts';

const LOOK_MS = 20;

/**
 * Without it, each task that starts asks a registry for its image first, as the image's name could have moved on there. It takes
 * 15 to 25 s until a name server that nobody reaches is given up. With it, a node takes an image of that name that it has.
 */
const OFFLINE = 'DOCKER_SERVICE_PREFER_OFFLINE_IMAGE=1';

/** Of `spawnDockerd`. */
interface NodeSettings {
  readonly folder: string;
  readonly engine: EngineName | undefined;
}

/** An engine of the lab, with a hostname, a network namespace and a folder of its own. */
export class SwarmNode {
  /** Its hostname. */
  readonly name: string;
  /** `unix://…`, as of `DOCKER_HOST`; it is reached also where the node is cut off. */
  readonly host: string;
  readonly socketPath: string;
  readonly docker: Docker;
  readonly #port: LabPort;
  readonly #settings: NodeSettings;
  #daemon: ChildProcess | undefined;

  constructor(name: string, port: LabPort, settings: NodeSettings) {
    this.name = name;
    this.socketPath = join(settings.folder, 'docker.sock');
    this.host = `unix://${this.socketPath}`;
    this.docker = new Docker({ socketPath: this.socketPath });
    this.#port = port;
    this.#settings = settings;
  }

  /** In the network of the nodes. */
  get address(): string {
    return this.#port.address;
  }

  /** Of its dockerd. @throws Error where that does not run */
  async pid(): Promise<number> {
    if (this.#daemon === undefined) throw new Error(`no engine of the node ${this.name} runs`);
    // The same process, but under sudo, which has a process of its own.
    return Number(await readFile(join(this.#settings.folder, 'pid'), 'utf8'));
  }

  /** Waits until it answers. @throws Error with the end of its log */
  async start(): Promise<void> {
    if (this.#daemon !== undefined) return;
    const { folder, engine } = this.#settings;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'daemon.json'), JSON.stringify(configuration(folder)));
    const named = ['unshare', '--uts', '--', 'sh', '-c', 'busybox hostname "$1"; shift; exec "$@"', 'sh'];
    this.#daemon = await spawnDockerd(folder, {
      name: engine,
      mounts: join(folder, 'mounts'),
      entering: [...this.#port.entering, ...named, this.name, 'env', OFFLINE],
    });
    await untilAnswers(this.#daemon, folder);
  }

  /** Ends its dockerd as a crash would: its containers run on until it is started again, or ended for good. */
  kill(): Promise<void> {
    return this.#end('KILL');
  }

  /** Ends it where it runs, so that it stops its containers, and starts it. */
  async restart(): Promise<void> {
    await this.#end('TERM');
    await this.start();
  }

  /** No other node reaches it from now on. */
  cutOff(): Promise<void> {
    return this.#port.setPlugged(false);
  }

  reconnect(): Promise<void> {
    return this.#port.setPlugged(true);
  }

  /** Kills its dockerd and its containers: it has nothing to hand over to anyone. */
  async endForGood(): Promise<void> {
    await this.kill();
    await killStrays(join(this.#settings.folder, 'exec/containerd/containerd.sock'));
  }

  async #end(signal: 'TERM' | 'KILL'): Promise<void> {
    const daemon = this.#daemon;
    if (daemon === undefined) return;
    const hasEnded = daemon.exitCode !== null || daemon.signalCode !== null;
    const exit = hasEnded ? Promise.resolve() : once(daemon, 'exit');
    const pid = existsSync(join(this.#settings.folder, 'pid')) ? await this.pid() : daemon.pid;
    this.#daemon = undefined;
    if (!hasEnded) await signalAsRoot(signal, String(pid));
    await exit;
    await this.#endContainerd();
  }

  /** It dies with a killed dockerd, and leaves a file that the next one would take for a sign of its life. */
  async #endContainerd(): Promise<void> {
    const pidFile = join(this.#settings.folder, 'exec/containerd/containerd.pid');
    if (!existsSync(pidFile)) return;
    const pid = (await readFile(pidFile, 'utf8')).trim();
    await signalAsRoot('KILL', pid);
    while (await isAlive(pid)) await sleep(LOOK_MS);
    await runAsRoot('rm', '-f', pidFile);
  }
}

/** Not so a process that only waits for its parent to reap it: the first process of a machine takes seconds for that. */
async function isAlive(pid: string): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return /^State:\s+[^ZX]/m.test(status);
}
