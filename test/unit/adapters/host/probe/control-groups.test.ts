import { describe, expect, test } from 'vitest';
import { MadeRoot } from '../made-root.ts';

const MIB = 2 ** 20;
/** As of a host of 8 GiB. */
const MEMINFO = `MemTotal: ${8 * 2 ** 20} kB\nMemAvailable: ${4 * 2 ** 20} kB\n`;
const UNIFIED = '30 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate\n';

/** What is read beside the host's own memory, or could not be. */
async function groupsOf(files: Readonly<Record<string, string>>) {
  using root = new MadeRoot();
  root.write({ 'proc/meminfo': MEMINFO, ...files });
  const { spaces, failures } = await root.probe.memory();
  expect(spaces[0]).toEqual({ of: 'memory', totalBytes: 8 * 2 ** 30, freeBytes: 4 * 2 ** 30 });
  return { groups: spaces.slice(1), failures };
}

const groups = async (files: Readonly<Record<string, string>>) => (await groupsOf(files)).groups;

/** The files of a group of version 2, in MiB; `max` is no limit. */
const v2 = (
  folder: string,
  max: number | 'max',
  current: number,
  high: number | 'max' = 'max',
  cache = 0,
) => ({
  [`${folder}/memory.max`]: `${max === 'max' ? max : max * MIB}\n`,
  [`${folder}/memory.high`]: `${high === 'max' ? high : high * MIB}\n`,
  [`${folder}/memory.current`]: `${current * MIB}\n`,
  [`${folder}/memory.stat`]: `anon ${(current - cache) * MIB}\nfile ${cache * MIB}\ninactive_file ${cache * MIB}\nactive_file 0\n`,
});

/** The same of version 1. */
const v1 = (folder: string, limit: number, usage: number, cache = 0) => ({
  [`${folder}/memory.limit_in_bytes`]: `${limit}\n`,
  [`${folder}/memory.usage_in_bytes`]: `${usage}\n`,
  [`${folder}/memory.stat`]: `cache 1\ninactive_file 0\ntotal_cache ${cache}\ntotal_inactive_file ${cache}\n`,
});

describe('version 2', () => {
  const here = { 'proc/self/cgroup': '0::/ci.slice/job.scope\n', 'proc/self/mountinfo': UNIFIED };

  test('a limit, less what is used but for cache that the kernel takes back', async () => {
    const files = { ...here, ...v2('sys/fs/cgroup/ci.slice/job.scope', 512, 300, 'max', 100) };
    expect(await groups(files)).toEqual([
      { of: '/sys/fs/cgroup/ci.slice/job.scope', totalBytes: 512 * MIB, freeBytes: 312 * MIB },
    ]);
  });

  test('each group above counts, as its limit holds for all below', async () => {
    const files = {
      ...here,
      ...v2('sys/fs/cgroup/ci.slice/job.scope', 'max', 100),
      ...v2('sys/fs/cgroup/ci.slice', 1024, 1000),
    };
    expect(await groups(files)).toEqual([
      { of: '/sys/fs/cgroup/ci.slice', totalBytes: 1024 * MIB, freeBytes: 24 * MIB },
    ]);
  });

  test('memory.high counts where it is the lower one', async () => {
    const files = { ...here, ...v2('sys/fs/cgroup/ci.slice/job.scope', 512, 100, 256) };
    expect(await groups(files)).toMatchObject([{ totalBytes: 256 * MIB, freeBytes: 156 * MIB }]);
  });

  test('in a container with a namespace of its own the group is the root', async () => {
    const files = {
      'proc/self/cgroup': '0::/\n',
      'proc/self/mountinfo': UNIFIED,
      ...v2('sys/fs/cgroup', 512, 600),
    };
    expect(await groups(files)).toEqual([{ of: '/sys/fs/cgroup', totalBytes: 512 * MIB, freeBytes: 0 }]);
  });

  test('the root of all groups has no limit, and one above the whole memory is none', async () => {
    expect(await groups(here)).toEqual([]);
    expect(await groups({ ...here, ...v2('sys/fs/cgroup/ci.slice', 8 * 1024, 1) })).toEqual([]);
  });
});

describe('version 1', () => {
  const UNLIMITED = 2 ** 63 - 4096;
  const lines = '5:cpu,cpuacct:/other\n4:memory:/docker/3f9a\n1:name=systemd:/\n0::/\n';
  const mount = (root: string) =>
    `34 31 0:30 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu\n35 31 0:32 ${root} /sys/fs/cgroup/memory\\040v1 rw shared:9 - cgroup cgroup rw,memory\n41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n`;

  test('the group of the memory controller, and those above', async () => {
    const files = {
      'proc/self/cgroup': lines,
      'proc/self/mountinfo': mount('/'),
      ...v1('sys/fs/cgroup/memory v1/docker/3f9a', 256 * MIB, 200 * MIB, 50 * MIB),
      ...v1('sys/fs/cgroup/memory v1/docker', 1024 * MIB, 900 * MIB),
      ...v1('sys/fs/cgroup/memory v1', UNLIMITED, 3000 * MIB),
    };
    expect(await groups(files)).toEqual([
      { of: '/sys/fs/cgroup/memory v1/docker/3f9a', totalBytes: 256 * MIB, freeBytes: 106 * MIB },
      { of: '/sys/fs/cgroup/memory v1/docker', totalBytes: 1024 * MIB, freeBytes: 124 * MIB },
    ]);
  });

  test.each([
    ['/docker/3f9a', '/sys/fs/cgroup/memory v1'],
    ['/docker', '/sys/fs/cgroup/memory v1/3f9a'],
    ['/../..', '/sys/fs/cgroup/memory v1'],
  ])('in a container that shows %s as the root', async (root, of) => {
    const files = {
      'proc/self/cgroup': lines,
      'proc/self/mountinfo': mount(root),
      ...v1(of.slice(1), 256 * MIB, 56 * MIB),
    };
    expect(await groups(files)).toEqual([{ of, totalBytes: 256 * MIB, freeBytes: 200 * MIB }]);
  });
});

test('a kernel without control groups limits nothing', async () => {
  expect(await groupsOf({})).toEqual({ groups: [], failures: [] });
});

test('a group that can not be seen is unavailable, and no limit of 0', async () => {
  const files = { 'proc/self/cgroup': '0::/ci.slice\n', 'proc/self/mountinfo': '' };
  expect(await groupsOf(files)).toEqual({
    groups: [],
    failures: ["the control group /ci.slice can't be seen: its hierarchy is not mounted"],
  });
});

test('a limit without a usage is unavailable', async () => {
  const files = {
    'proc/self/cgroup': '0::/\n',
    'proc/self/mountinfo': UNIFIED,
    'sys/fs/cgroup/memory.max': '1\n',
  };
  expect((await groupsOf(files)).failures).toEqual(['/sys/fs/cgroup has a limit and no memory.current']);
});
