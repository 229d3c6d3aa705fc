import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { interrupted } from '../interruption.ts';
import type { EngineName } from './engine-names.ts';
import { engineProgram } from './engine-program.ts';
import { removeFolder } from './private-dockerd.ts';
import { asRoot, COMMAND_PATH, signalAsRoot } from './root-command.ts';

const START_TIMEOUT_MS = 30_000;
const PING_TIMEOUT_MS = 5_000;
const POLL_MS = 50;

/** Its bridges, firewall rules and mounts are its own, and go with its last process. */
const IN_OWN_NAMESPACES = [
  ...['unshare', '--net', '--mount', '--'],
  ...['sh', '-c', 'busybox ip link set lo up; exec "$@"', 'sh'],
];

/** Podman's Docker-compatible service; it shares nothing with another Podman of this machine. */
export class PrivatePodman implements AsyncDisposable {
  readonly socketPath: string;
  readonly host: string;
  readonly docker: Docker;
  readonly #folder: string;
  readonly #name: EngineName | undefined;
  #service: ChildProcess | undefined;

  private constructor(folder: string, name: EngineName | undefined) {
    this.#folder = folder;
    this.#name = name;
    this.socketPath = join(folder, 'podman.sock');
    this.host = `unix://${this.socketPath}`;
    this.docker = new Docker({ socketPath: this.socketPath });
  }

  /**
   * It goes with `owned`.
   *
   * @param name instead of the chosen one
   * @throws Error where it does not answer in time, or ends
   */
  static async start(owned: AsyncDisposableStack, name?: EngineName): Promise<PrivatePodman> {
    const folder = await mkdtemp(join(tmpdir(), 'topo-gc-podman-'));
    owned.defer(() => removeFolder(folder));
    const podman = owned.use(new PrivatePodman(folder, name));
    await writeFile(join(folder, 'containers.conf'), configuration(folder));
    await podman.comeBack();
    return podman;
  }

  /** Waits until it answers. */
  async comeBack(): Promise<void> {
    const storage = ['--root', join(this.#folder, 'root'), '--runroot', join(this.#folder, 'run')];
    const variables = [`PATH=${COMMAND_PATH}`, `CONTAINERS_CONF=${join(this.#folder, 'containers.conf')}`];
    const program = await engineProgram('podman', { name: this.#name });
    const service = [...program, ...storage, 'system', 'service', '--time', '0', this.host];
    const [command, args] = asRoot('env', ...variables, ...IN_OWN_NAMESPACES, ...service);
    await using log = await open(join(this.#folder, 'log'), 'w');
    // In a session of its own, Ctrl-C leaves it to us.
    const child = spawn(command, args, { stdio: ['ignore', log.fd, log.fd], detached: true });
    this.#service = child;
    const docker = new Docker({ socketPath: this.socketPath, timeout: PING_TIMEOUT_MS });
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (!(await docker.ping().catch(() => false))) {
      if (child.exitCode !== null) throw new Error(`podman ended at once:\n${await this.#log()}`);
      if (performance.now() > deadline)
        throw new Error(`podman did not answer within ${START_TIMEOUT_MS} ms:\n${await this.#log()}`);
      await sleep(POLL_MS, undefined, { signal: interrupted });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const service = this.#service;
    if (service === undefined) return;
    const containers = await this.docker.listContainers({ all: true }).catch(() => []);
    await Promise.allSettled(
      containers.map(({ Id }) => this.docker.getContainer(Id).remove({ force: true, v: true })),
    );
    if (service.exitCode !== null || service.signalCode !== null) return;
    const exit = once(service, 'exit');
    await signalAsRoot('TERM', `-${service.pid}`);
    await exit;
  }

  async #log(): Promise<string> {
    return (await readFile(join(this.#folder, 'log'), 'utf8')).trimEnd();
  }
}

/** Limits that every kernel grants without CAP_SYS_RESOURCE, and locks that no other Podman's start resets. */
const configuration = (folder: string): string => `[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
lock_type = "file"
# crun does not start on a machine with both versions of control groups.
runtime = "runc"
tmp_dir = "${join(folder, 'tmp')}"
[network]
network_config_dir = "${join(folder, 'networks')}"
`;
