import { readFile, realpath } from 'node:fs/promises';
import type { MountTable } from '../../domain/ports.ts';

/** Where something is mounted, as this process sees it; another host has its own mounts. */
export const mountsOfThisHost: MountTable = {
  async list() {
    const text = await readFile('/proc/self/mountinfo', 'utf8');
    return readMountPoints(text);
  },
  resolve: (path) => realpath(path).catch(() => path),
};

/** The fifth field of each line of proc_pid_mountinfo(5); blanks and the like are written as `\040`. */
export const readMountPoints = (mountinfo: string): string[] =>
  mountinfo
    .split('\n')
    .flatMap((line) => line.split(' ')[4] ?? [])
    .map((path) =>
      path.replace(/\\([0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8))),
    );
