import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMAND_PATH } from '../../scripts/engine/root-command.ts';
import { interrupted, onInterruption, untilEnd } from '../../scripts/interruption.ts';

/** Whatever is left running in it ends with it. */
const NAMESPACES = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** Where topology_docker has its shared folders. */
const SHARED_FOLDERS = '/tmp/topology';

/**
 * The default socket and the links in /var/run/netns are below /run. The framework's own tests ping an address that nobody
 * has, and want to be told so by the way out, not that there is none.
 */
const PREPARE = `set -e
mount -t tmpfs -o mode=755 tmpfs /run
mount --bind "$1" ${SHARED_FOLDERS}
shift
ip link set lo up
ip link add out type veth peer name nobody
ip address add 198.51.100.1/24 dev out
ip link set out up
ip link set nobody up
ip route add default via 198.51.100.2
"$@" || exit`;

/**
 * Runs a command as root with a network, links of network namespaces, shared folders, processes and a default socket of the
 * engine of its own, so that it meets nothing of this machine's, and leaves nothing to it. @returns its exit status
 */
export async function runOnOwnMachine(folder: string, command: readonly string[]): Promise<number> {
  const shared = join(folder, 'topology');
  await mkdir(shared);
  const isMade = !existsSync(SHARED_FOLDERS);
  await mkdir(SHARED_FOLDERS, { recursive: true });
  const child = spawn('unshare', [...NAMESPACES, '--', 'sh', '-c', PREPARE, 'sh', shared, ...command], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: COMMAND_PATH },
    // In a process group of its own, which gets the signals that unshare itself does not pass on.
    detached: true,
  });
  const exit = once(child, 'exit');
  using _registration = onInterruption(async () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    await exit;
  });
  const [status] = await exit;
  if (interrupted.aborted) await untilEnd();
  if (isMade) await rmdir(SHARED_FOLDERS).catch(() => {});
  return status ?? 1;
}
