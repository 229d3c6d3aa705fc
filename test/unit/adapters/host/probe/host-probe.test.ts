import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HostProbe } from '../../../../../src/adapters/host/probe/host-probe.ts';
import { parseMeminfo } from '../../../../../src/adapters/host/probe/proc-figures.ts';

test('a file system is read once, however many paths lie on it, and named after the first', async () => {
  const folder = mkdtempSync('/tmp/topo-gc-probe-');
  try {
    const inside = mkdtempSync(join(folder, 'inside-'));
    const { spaces, failures } = await new HostProbe({ diskPaths: [folder, inside, '/dev'] }).disk();
    expect(failures).toEqual([]);
    expect(spaces.map(({ of }) => of)).toEqual([folder, '/dev']);
    const [space] = spaces;
    const { blocks, bsize } = statfsSync(folder);
    expect(space?.totalBytes).toBe(blocks * bsize);
    expect(space?.freeBytes).toBeGreaterThan(0);
    expect(space?.freeBytes).toBeLessThanOrEqual(blocks * bsize);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a path that can not be read is named with the reason, and the others are read', async () => {
  const { spaces, failures } = await new HostProbe({ diskPaths: ['/nonexistent/data', '/'] }).disk();
  expect(spaces.map(({ of }) => of)).toEqual(['/']);
  expect(failures).toEqual([expect.stringMatching(/^\/nonexistent\/data: ENOENT/)]);
});

test('a file system that tells no size is no full one', async () => {
  const { spaces, failures } = await new HostProbe({ diskPaths: ['/proc', '/'] }).disk();
  expect(spaces.map(({ of }) => of)).toEqual(['/']);
  expect(failures).toEqual(['/proc: its file system reports no size']);
});

test('memory is what the kernel calls available', async () => {
  const { spaces, failures } = await new HostProbe({ diskPaths: [] }).memory();
  expect(failures).toEqual([]);
  const [memory] = spaces;
  expect(memory).toMatchObject({ of: 'memory', totalBytes: totalmem() });
  expect(memory?.freeBytes).toBeGreaterThan(0);
  expect(memory?.freeBytes).toBeLessThan(totalmem());
});

test('meminfo is in kibibytes', () => {
  const text = 'MemTotal:       2048 kB\nMemFree:          12 kB\nMemAvailable:   1024 kB\n';
  expect(parseMeminfo(text)).toEqual({ of: 'memory', totalBytes: 2097152, freeBytes: 1048576 });
});

test('a kernel that does not tell is an error that names the line', () => {
  expect(() => parseMeminfo('MemTotal: 2048 kB\nMemFree: 12 kB\n')).toThrow('MemAvailable');
});
