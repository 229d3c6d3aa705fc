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
import { asRoot, COMMAND_PATH, runAsRoot, signalAsRoot } from './root-command.ts';
import { killStrays } from './stray-shims.ts';

const START_TIMEOUT_MS = 60_000;
const END_TIMEOUT_MS = 60_000;
const PING_TIMEOUT_MS = 5_000;
const POLL_MS = 100;
const LOG_LINES = 20;
/** Of the path of a folder in which dockerd still finds room for its sockets, which take 107 at most. */
export const LONGEST_TEMPORARY = 50;

/** A network namespace of its own keeps its bridges and firewall rules off this machine's. */
const IN_OWN_NETWORK = [
  ...(['unshare', '--net', '--'] as const),
  ...['sh', '-c', 'busybox ip link set lo up; exec "$@"', 'sh'],
] as const;

export interface DockerdOptions {
  /** Instead of the chosen one. */
  readonly name?: EngineName | undefined;
  /** What `daemon.json` holds instead; `undefined` is the engine's own default. */
  readonly different?: Readonly<Record<string, unknown>>;
  /** At which it also listens, in its own network namespace. */
  readonly port?: number | undefined;
}

/**
 * Starts a Docker Engine that keeps everything in a temporary folder, and gives its address once it answers. Both go with
 * `owned`. Ports that its containers publish are open in its own network namespace only.
 */
export async function startDockerd(
  owned: AsyncDisposableStack,
  { name, different = {}, port }: DockerdOptions = {},
): Promise<string> {
  const base = tmpdir().length > LONGEST_TEMPORARY ? '/tmp' : tmpdir();
  const folder = await mkdtemp(join(base, 'topo-gc-engine-'));
  owned.defer(() => removeFolder(folder));
  await writeFile(configOf(folder), JSON.stringify({ ...configuration(folder, port), ...different }));
  const daemon = await spawnDockerd(folder, { name, entering: IN_OWN_NETWORK });
  owned.defer(() => endDaemon(daemon, folder));
  await untilAnswers(daemon, folder);
  return `unix://${socketOf(folder)}`;
}

const socketOf = (folder: string): string => join(folder, 'docker.sock');
const configOf = (folder: string): string => join(folder, 'daemon.json');

interface SpawnedDockerd {
  /** Instead of the chosen one. */
  readonly name?: EngineName | undefined;
  /** A path in which its mounts are kept, for an engine that sees another root and is started again. */
  readonly mounts?: string;
  /** What its command line begins with: the way into namespaces, or variables. */
  readonly entering: readonly [string, ...string[]];
}

/**
 * Starts the daemon of a folder, which holds its `daemon.json`; what it says is added to the file `log`. Whether it answers
 * is for `untilAnswers`.
 */
export async function spawnDockerd(
  folder: string,
  { name, mounts = '', entering }: SpawnedDockerd,
): Promise<ChildProcess> {
  const program = await engineProgram('docker', { name, namespace: mounts });
  const [command, args] = asRoot('env', `PATH=${COMMAND_PATH}`, ...entering, ...program);
  await using log = await open(join(folder, 'log'), 'a');
  // In a session of its own, Ctrl-C leaves it to endDaemon.
  return spawn(command, [...args, '--config-file', configOf(folder)], {
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
}

/** What `daemon.json` holds. */
export function configuration(folder: string, port?: number): Record<string, unknown> {
  const hosts = [`unix://${socketOf(folder)}`];
  return {
    'data-root': join(folder, 'data'),
    'exec-root': join(folder, 'exec'),
    pidfile: join(folder, 'pid'),
    hosts: port === undefined ? hosts : [...hosts, `tcp://127.0.0.1:${port}`],
    group: String(process.getgid?.() ?? 0),
    'default-address-pools': [{ base: '10.200.0.0/14', size: 24 }],
  };
}

/** Waits for a daemon of that folder. @throws Error with the end of its log where it ends, or takes too long */
export async function untilAnswers(daemon: ChildProcess, folder: string): Promise<void> {
  const docker = new Docker({ socketPath: socketOf(folder), timeout: PING_TIMEOUT_MS });
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await docker.ping().catch(() => false))) {
    if (hasEnded(daemon)) throw new Error(`dockerd ended at once:\n${await logTail(folder)}`);
    if (performance.now() > deadline) {
      throw new Error(`dockerd did not answer within ${START_TIMEOUT_MS} ms:\n${await logTail(folder)}`);
    }
    await sleep(POLL_MS, undefined, { signal: interrupted });
  }
}

const hasEnded = (daemon: ChildProcess): boolean => daemon.exitCode !== null || daemon.signalCode !== null;

async function logTail(folder: string): Promise<string> {
  return (await readFile(join(folder, 'log'), 'utf8')).trimEnd().split('\n').slice(-LOG_LINES).join('\n');
}

/** Ends a daemon. Its containers are removed first: dockerd would give each its whole grace. */
export async function endDaemon(daemon: ChildProcess, folder: string): Promise<void> {
  const exit = hasEnded(daemon) ? Promise.resolve() : once(daemon, 'exit');
  await removeContainers(new Docker({ socketPath: socketOf(folder), timeout: END_TIMEOUT_MS }));
  if (hasEnded(daemon)) return;
  // The same process, but under sudo, which has a process of its own.
  const pid = (await readFile(join(folder, 'pid'), 'utf8').catch(() => String(daemon.pid))).trim();
  await signalAsRoot('TERM', pid);
  const ended = await Promise.race([exit.then(() => true), sleep(END_TIMEOUT_MS, false, { ref: false })]);
  if (!ended) {
    await signalAsRoot('KILL', pid);
    await exit;
  }
  await killStrays(join(folder, 'exec/containerd/containerd.sock'));
  if (!ended) {
    throw new Error(`dockerd had to be killed after ${END_TIMEOUT_MS} ms:\n${await logTail(folder)}`);
  }
}

async function removeContainers(docker: Docker): Promise<void> {
  const containers = await docker.listContainers({ all: true }).catch(() => []);
  await Promise.allSettled(
    containers.map(({ Id }) => docker.getContainer(Id).remove({ force: true, v: true })),
  );
}

/** dockerd leaves the mount of its network namespace behind; nothing is unmounted by force, or removed across a mount. */
export async function removeFolder(folder: string): Promise<void> {
  const mounts = (await readFile('/proc/self/mounts', 'utf8')).split('\n').map((line) => line.split(' ')[1]);
  const within = mounts.filter((path) => path?.startsWith(`${folder}/`)).reverse();
  for (const path of within) if (path !== undefined) await runAsRoot('umount', path);
  await runAsRoot('rm', '-rf', '--one-file-system', folder);
}
