import { readdir, readFile } from 'node:fs/promises';
import { signalAsRoot } from './root-command.ts';

/**
 * Kills the containers of an ended containerd, which is told by its socket: a start that crosses the removal of its
 * container leaves one running that dockerd no longer knows of (seen with 20.10).
 */
export async function killStrays(containerdSocket: string): Promise<void> {
  for (const shim of await findShims(containerdSocket)) {
    await signalAsRoot('KILL', shim, ...(await childrenOf(shim)));
  }
}

async function findShims(containerdSocket: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry));
  const commands = await Promise.all(pids.map((pid) => readIfThere(`/proc/${pid}/cmdline`)));
  return pids.filter((_, at) => commands[at]?.split('\0').includes(containerdSocket));
}

/** Any of its threads may have started one. */
async function childrenOf(pid: string): Promise<string[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) => readIfThere(`/proc/${pid}/task/${thread}/children`)),
  );
  return lists.flatMap((list) => list.split(' ')).filter((child) => child !== '');
}

const readIfThere = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
