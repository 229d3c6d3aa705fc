import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { importBusybox } from '../../scripts/engine/busybox-image.ts';
import { COMMAND_PATH, findCommand } from '../../scripts/engine/root-command.ts';
import { temporaryFolder } from '../../scripts/temporary-folder.ts';
import type { User } from '../runner/model/job-model.ts';
import type { PrivateEngine } from './private-engine.ts';
import { type Lack, needsRoot } from './skipped.ts';

const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;
const TUN = '/dev/net/tun';
const COMMANDS = ['dockerd', 'rootlesskit', 'slirp4netns', 'newuidmap', 'ip', 'setpriv', 'unshare'];

const become = ({ uid, gid }: User): string[] => [
  ...['setpriv', '--reuid', String(uid), '--regid', String(gid), '--clear-groups'],
  '--inh-caps=-all',
];

/** Why that user could run none here. */
export function lackForRootless(user: User): Lack | undefined {
  const missing = COMMANDS.filter((name) => findCommand(name) === undefined);
  if (needsRoot() || missing.length > 0) return needsRoot() ?? `package: there is no ${missing.join(', ')}`;
  try {
    closeSync(openSync(TUN, 'r+'));
    const [command = '', ...args] = [...become(user), 'unshare', '--user', '--net', 'true'];
    execFileSync(command, args, { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'kernel: a user can have no namespaces, or there is no TUN device';
  }
}

/**
 * What an administrator sets up once: a range of ids for the user, and a TUN device that it may open. Seen by this process and
 * those that it starts only.
 */
const SET_UP = `set -e
mknod "$1/tun" c 10 200
chmod 666 "$1/tun"
echo "$(id --user --name "$2"):200000:65536" >"$1/ids"
mount --bind "$1/tun" ${TUN}
mount --bind "$1/ids" /etc/subuid
mount --bind "$1/ids" /etc/subgid
shift 2
exec "$@"`;

/** As of dockerd-rootless.sh, with a network namespace of its own. */
const ROOTLESSKIT = [
  ...['rootlesskit', '--net=slirp4netns', '--mtu=65520', '--disable-host-loopback', '--port-driver=builtin'],
  ...['--copy-up=/etc', '--copy-up=/run', '--propagation=rslave'],
];
const DOCKERD = `rm -f /run/docker /run/containerd /run/xtables.lock
exec dockerd --rootless --data-root "$HOME/docker" --exec-root "$XDG_RUNTIME_DIR/docker" \
  --pidfile "$XDG_RUNTIME_DIR/docker.pid" --host "unix://$XDG_RUNTIME_DIR/docker.sock"`;

/** A Docker Engine that a user without any rights has started, with the image of the tests. */
export class RootlessDockerd implements PrivateEngine, AsyncDisposable {
  /** `XDG_RUNTIME_DIR` of its user. */
  readonly runtime: string;
  readonly socketPath: string;
  readonly host: string;
  readonly docker: Docker;
  readonly #daemon: ChildProcess;

  private constructor(folder: string, user: User) {
    this.runtime = join(folder, 'run');
    this.socketPath = join(this.runtime, 'docker.sock');
    this.host = `unix://${this.socketPath}`;
    this.docker = new Docker({ socketPath: this.socketPath });
    const home = join(folder, 'home');
    chmodSync(folder, 0o755);
    for (const path of [this.runtime, home]) {
      mkdirSync(path, { mode: 0o700 });
      chownSync(path, user.uid, user.gid);
    }
    const log = openSync(join(folder, 'log'), 'w');
    const state = `--state-dir=${join(this.runtime, 'rootlesskit')}`;
    const setUp = ['sh', '-c', SET_UP, 'sh', folder, String(user.uid)];
    const command = [...setUp, ...become(user), ...ROOTLESSKIT, state, 'sh', '-c', DOCKERD];
    this.#daemon = spawn('unshare', ['--mount', '--propagation', 'private', '--', ...command], {
      env: { PATH: COMMAND_PATH, HOME: home, XDG_RUNTIME_DIR: this.runtime },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
  }

  /** It goes with `owned`. */
  static async start(owned: AsyncDisposableStack, user: User): Promise<RootlessDockerd> {
    const { path } = owned.use(await temporaryFolder('topo-gc-rootless'));
    const engine = owned.use(new RootlessDockerd(path, user));
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (!(await engine.docker.ping().catch(() => false))) {
      if (engine.#hasEnded || performance.now() > deadline)
        throw new Error(`rootless dockerd did not start:\n${readFileSync(join(path, 'log'), 'utf8')}`);
      await sleep(POLL_MS);
    }
    await importBusybox(engine.docker, process.env.TOPO_GC_TEST_IMAGE ?? '');
    return engine;
  }

  get #hasEnded(): boolean {
    return this.#daemon.exitCode !== null || this.#daemon.signalCode !== null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#hasEnded) return;
    const exit = once(this.#daemon, 'exit');
    this.#daemon.kill('SIGTERM');
    await exit;
  }
}
