import { expect, test } from 'vitest';
import { members, readings } from '../../../src/words/figures.ts';
import { madeFileSystem, madeReadings, madeSpace } from '../../fakes/made-readings.ts';

test('each reading has a row, a file system one for its inodes where it counts them', () => {
  const taken = madeReadings({
    disk: [madeFileSystem(50, 30, '/data'), madeSpace(20, '/btrfs')],
    memory: [madeSpace(94, 'memory'), madeSpace(10, '/sys/fs/cgroup/job')],
    busyPercent: 57.2,
    containers: 3,
  });
  expect(readings(taken)).toEqual([
    ['disk /data', '50 GiB free'],
    ['inodes /data', '97% used'],
    ['disk /btrfs', '20 GiB free'],
    ['memory', '6% used'],
    ['memory /sys/fs/cgroup/job', '90% used'],
    ['cpu', '10% pressure'],
    ['busy', '57% of the CPU'],
    ['containers', '3 pending'],
    ['networks', '1 on the engine'],
  ]);
});

test('what is unavailable has none', () => {
  const { cpu: _, networks: __, ...rest } = madeReadings({ disk: [], memory: [] });
  expect(readings(rest)).toEqual([['containers', '0 pending']]);
});

test('a load is told as one', () => {
  const taken = madeReadings({ cpu: { by: 'load', percent: 130 } });
  expect(readings(taken)).toContainEqual(['cpu', '130% load a core']);
});

test('members are told by kind, those that there are', () => {
  const counts = { containers: 2, networks: 0, volumes: 1, links: 1, paths: 3, images: 1 };
  expect(members(counts)).toBe('2 containers, 1 volume, 1 link, 3 paths, 1 image');
  expect(members({ containers: 0, networks: 0, volumes: 0 })).toBe('nothing');
});
