import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { importBusybox } from '../../scripts/engine/busybox-image.ts';
import { findCommand } from '../../scripts/engine/root-command.ts';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import type { PrivateEngine } from './private-engine.ts';
import { type Lack, needsRoot } from './skipped.ts';

const START_TIMEOUT_MS = 30_000;
const POLL_MS = 50;

/** Its bridges, firewall rules and mounts are its own, and go with its last process. */
const IN_OWN_NAMESPACES = [
  '--net',
  '--mount',
  '--',
  'sh',
  '-c',
  'busybox ip link set lo up; exec "$@"',
  'sh',
];

/** Why none can be started. */
export const lackForPodman = (): Lack | undefined =>
  needsRoot() ?? (findCommand('podman') === undefined ? 'package: there is no podman' : undefined);

/** Podman's Docker-compatible service with the image of the tests; it shares nothing with another Podman of this machine. */
export class PodmanService implements PrivateEngine, AsyncDisposable {
  readonly socketPath: string;
  readonly host: string;
  readonly docker: Docker;
  readonly #folder: string;
  #service: ChildProcess | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
    this.socketPath = join(folder, 'podman.sock');
    this.host = `unix://${this.socketPath}`;
    this.docker = new Docker({ socketPath: this.socketPath });
  }

  /** It goes with `owned`. */
  static async start(owned: AsyncDisposableStack): Promise<PodmanService> {
    const { path } = owned.use(await temporaryFolder('topo-gc-podman'));
    const service = owned.use(new PodmanService(path));
    await writeFile(service.#configFile, configuration(path));
    await service.comeBack();
    await importBusybox(service.docker, process.env.TOPO_GC_TEST_IMAGE ?? '');
    return service;
  }

  get #configFile(): string {
    return join(this.#folder, 'containers.conf');
  }

  async comeBack(): Promise<void> {
    const storage = ['--root', join(this.#folder, 'root'), '--runroot', join(this.#folder, 'run')];
    const command = ['podman', ...storage, 'system', 'service', '--time', '0', this.host];
    this.#service = spawn('unshare', [...IN_OWN_NAMESPACES, ...command], {
      env: { ...process.env, CONTAINERS_CONF: this.#configFile },
      stdio: 'ignore',
    });
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (!(await this.docker.ping().catch(() => false))) {
      if (this.#service.exitCode !== null) throw new Error('podman system service ended at once');
      if (performance.now() > deadline)
        throw new Error(`podman did not answer within ${START_TIMEOUT_MS} ms`);
      await sleep(POLL_MS);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const service = this.#service;
    if (service === undefined) return;
    const containers = await this.docker.listContainers({ all: true }).catch(() => []);
    await Promise.allSettled(
      containers.map(({ Id }) => this.docker.getContainer(Id).remove({ force: true })),
    );
    if (service.exitCode !== null) return;
    const exit = once(service, 'exit');
    service.kill('SIGTERM');
    await exit;
  }
}

/** Limits that every kernel grants without CAP_SYS_RESOURCE, and locks that no other Podman's start resets. */
const configuration = (folder: string): string => `[containers]
default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
lock_type = "file"
tmp_dir = "${join(folder, 'tmp')}"
[network]
network_config_dir = "${join(folder, 'networks')}"
`;
