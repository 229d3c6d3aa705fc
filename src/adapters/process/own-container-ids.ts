import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Files that engines mount into each container from a folder that has the container's id as its name. */
const MOUNTED = new Set(['/etc/hostname', '/etc/hosts', '/etc/resolv.conf']);

/** `/var/lib/docker/containers/ID/hostname`, `…/overlay-containers/ID/userdata/hostname`. */
const IN_PATH = /containers\/([0-9a-f]{64})\//;

/** `/docker/ID`, `/system.slice/docker-ID.scope`, `/machine.slice/libpod-ID.scope/container`. */
const IN_GROUP = /(?:^|[/-])([0-9a-f]{64})(?:\.scope)?(?:\/|$)/;

/** What an engine calls a container that was given no name for its host. */
const SHORT = /^[0-9a-f]{12}$/;

const lines = (path: string): string[] => {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return []; // Without /proc nothing is known, as on a machine that is no container.
  }
};

/** The fourth field of a line is the mounted path on its file system, the fifth is the place (proc(5)). */
const inMounts = (line: string): string[] => {
  const [, , , root = '', place = ''] = line.split(' ');
  return MOUNTED.has(place) ? [IN_PATH.exec(root)?.[1] ?? ''] : [];
};

const inGroups = (line: string): string[] => [IN_GROUP.exec(line.split(':').slice(2).join(':'))?.[1] ?? ''];

/**
 * What may be the id of the container in which this process is, the surest first: whole ids from its mounts and its
 * control group, and its host's name if that is the beginning of one. Only an engine can say whether it has such a
 * container. Empty on a machine that is no container.
 */
export function ownContainerIds(proc = '/proc/self', host = hostname()): string[] {
  const found = [
    ...lines(`${proc}/mountinfo`).flatMap(inMounts),
    ...lines(`${proc}/cgroup`).flatMap(inGroups),
    SHORT.test(host) ? host : '',
  ];
  return [...new Set(found.filter((id) => id !== ''))];
}
