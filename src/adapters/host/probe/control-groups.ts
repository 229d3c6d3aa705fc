import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpaceReading } from '../../../domain/measures/readings.ts';
import { isMissing } from '../../files/missing.ts';

/** The files of one version of control groups; each holds bytes, or `max`. */
interface MemoryFiles {
  readonly limits: readonly string[];
  readonly usage: string;
  /** In `memory.stat`: file cache that the kernel takes back before it runs short. */
  readonly cache: string;
}

/**
 * https://docs.kernel.org/admin-guide/cgroup-v2.html: above `high` the kernel slows the group down until it is back.
 */
const V2: MemoryFiles = {
  limits: ['memory.max', 'memory.high'],
  usage: 'memory.current',
  cache: 'inactive_file',
};

/** https://docs.kernel.org/admin-guide/cgroup-v1/memory.html */
const V1: MemoryFiles = {
  limits: ['memory.limit_in_bytes'],
  usage: 'memory.usage_in_bytes',
  cache: 'total_inactive_file',
};

/** Where the groups that limit the memory of this process are. */
interface Hierarchy {
  readonly files: MemoryFiles;
  /** Its mount point, and the group's path below. */
  readonly mountPoint: string;
  readonly path: string;
}

/**
 * The memory of each control group of this process whose limit is below `belowBytes`, the innermost first.
 * @param root the folder with `proc` and `sys`
 * @throws Error if this process is in such a group that can't be seen
 */
export async function readControlGroups(root: string, belowBytes: number): Promise<SpaceReading[]> {
  const hierarchy = await findHierarchy(root);
  if (hierarchy === undefined) return [];
  const { files, mountPoint, path } = hierarchy;
  const names = path.split('/').filter((name) => name !== '');
  const folders = names.map((_, at) => join(mountPoint, ...names.slice(0, names.length - at)));
  const groups = await Promise.all(
    [...folders, mountPoint].map((folder) => readGroup(root, folder, files, belowBytes)),
  );
  return groups.filter((group) => group !== undefined);
}

/** `undefined` if the group has no such limit. */
async function readGroup(
  root: string,
  folder: string,
  files: MemoryFiles,
  belowBytes: number,
): Promise<SpaceReading | undefined> {
  const read = (name: string) => readIfThere(join(root, folder, name));
  const limits = await Promise.all(files.limits.map(read));
  const limit = Math.min(...limits.map(toBytes));
  if (limit >= belowBytes) return undefined;
  const [usage, stat] = await Promise.all([read(files.usage), read('memory.stat')]);
  if (usage === undefined) throw new Error(`${folder} has a limit and no ${files.usage}`);
  const [, cache = '0'] = new RegExp(`^${files.cache} (\\d+)$`, 'm').exec(stat ?? '') ?? [];
  const used = Math.max(0, toBytes(usage) - Number(cache));
  return { of: folder, totalBytes: limit, freeBytes: Math.max(0, limit - used) };
}

/** `max` means no limit, and so does a missing file, as in the root of all groups. */
const toBytes = (text: string | undefined): number =>
  text === undefined || text.trim() === 'max' ? Number.POSITIVE_INFINITY : Number(text);

/** From /proc/self/cgroup (cgroups(7)); hosts with both versions have the memory under the first. */
async function findHierarchy(root: string): Promise<Hierarchy | undefined> {
  const text = await readIfThere(join(root, 'proc/self/cgroup'));
  const lines = (text ?? '').split('\n').map((line) => /^\d+:([^:]*):(.*)$/.exec(line));
  const v1 = lines.find((line) => line?.[1]?.split(',').includes('memory'));
  const [, controllers = '', path = ''] = v1 ?? lines.find((line) => line?.[1] === '') ?? [];
  if (path === '') return undefined;
  const files = controllers === '' ? V2 : V1;
  const mounts = await readFile(join(root, 'proc/self/mountinfo'), 'utf8');
  const mount = (mounts.match(GROUP_MOUNTS) ?? []).map(parseMount).find((each) => each?.files === files);
  if (mount === undefined)
    throw new Error(`the control group ${path} can't be seen: its hierarchy is not mounted`);
  return { files, mountPoint: mount.mountPoint, path: below(mount.root, path) };
}

/** An engine's host has hundreds of other mounts. */
const GROUP_MOUNTS = /^.* - cgroup2? .*$/gm;

interface GroupMount {
  readonly files: MemoryFiles;
  readonly root: string;
  readonly mountPoint: string;
}

/** Such a line of /proc/self/mountinfo (proc_pid_mountinfo(5)), if its groups may limit memory. */
function parseMount(line: string): GroupMount | undefined {
  const [left = '', right = ''] = line.split(' - ');
  const [, , , root = '', mountPoint = ''] = left.split(' ').map(unescapeField);
  const [type, , options = ''] = right.split(' ');
  if (type === 'cgroup2') return { files: V2, root, mountPoint };
  return type === 'cgroup' && options.split(',').includes('memory')
    ? { files: V1, root, mountPoint }
    : undefined;
}

/** A space is `\040` there. */
const unescapeField = (field: string): string =>
  field.replaceAll(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)));

/** In a container, a group of the host may be mounted as if it were the root: the groups above can't be seen. */
function below(root: string, path: string): string {
  if (root === '/') return path;
  return path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : '/';
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
