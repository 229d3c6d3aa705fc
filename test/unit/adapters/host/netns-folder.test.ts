import { chmodSync, existsSync, lstatSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lackForMounts, Mounts } from '../../../support/mounts.ts';
import { skippedFor } from '../../../support/skipped.ts';
import { LOOK_MS, MadeHost, whyNot } from './made-host.ts';

/** More than the kernel ever gives (PID_MAX_LIMIT is 2^22). */
const NO_PID = 2 ** 22 + 1;

/** Makes a link as topology_docker does. */
function link(host: MadeHost, name: string, target = `/proc/${process.pid}/ns/net`): string {
  const path = join(host.netns, name);
  symlinkSync(target, path);
  return path;
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

describe('a link to the network namespace of a process', () => {
  test('tells whose it is, and whether that lives', async () => {
    using host = new MadeHost();
    link(host, 'alive');
    link(host, 'dead', `/proc/${NO_PID}/ns/net`);
    expect(await host.find('netns', 'alive')).toMatchObject({
      kind: 'netns',
      id: 'alive',
      name: 'alive',
      process: { pid: process.pid, isAlive: true },
    });
    expect((await host.find('netns', 'dead')).process).toEqual({ pid: NO_PID, isAlive: false });
  });

  test('goes, and nothing else', async () => {
    using host = new MadeHost();
    const [path, other] = [link(host, '48213'), link(host, '48214')];
    const found = await host.find('netns', '48213');
    expect(await host.leftovers.isThere(found)).toBe(true);
    await host.remove(found);
    await host.remove(found);
    expect(isThere(path)).toBe(false);
    expect(isThere(other)).toBe(true);
    expect(await host.leftovers.isThere(found)).toBe(false);
  });

  test('is absent where it is not there, or where no link was ever made', async () => {
    using host = new MadeHost();
    expect(await host.leftovers.find('netns', '48213', LOOK_MS)).toBeUndefined();
    rmSync(host.netns, { recursive: true });
    expect(await host.leftovers.find('netns', '48213', LOOK_MS)).toBeUndefined();
  });

  test('is found in a folder that is reached by a link, as /var/run is on most systems', async () => {
    using host = new MadeHost();
    link(host, '48213');
    const real = host.at('really-here');
    renameSync(host.netns, real);
    symlinkSync(real, host.netns);
    await host.remove(await host.find('netns', '48213'));
    expect(isThere(join(real, '48213'))).toBe(false);
  });

  test('is left alone where it was made anew meanwhile, as by the next build', async () => {
    using host = new MadeHost();
    const path = link(host, '48213');
    const found = await host.find('netns', '48213');
    rmSync(path);
    link(host, '48213', `/proc/${NO_PID}/ns/net`);
    await host.remove(found);
    expect(readlinkSync(path)).toBe(`/proc/${NO_PID}/ns/net`);
    expect(await host.leftovers.isThere(found)).toBe(false);
  });
});

describe('what is no such link is refused', () => {
  test.each([
    '/etc/passwd',
    '/proc/self/ns/net',
    '/proc/1/ns/mnt',
    '/proc/01/ns/net',
    '/proc/0/ns/net',
    '/proc/1/ns/net/',
    '/proc/1/../1/ns/net',
    '/proc/1/task/1/ns/net',
    '/proc/99999999999/ns/net',
    '../../proc/1/ns/net',
    ' /proc/1/ns/net',
    '/proc/1/ns/net\n',
  ])('a link to %j', async (target) => {
    using host = new MadeHost();
    const path = link(host, '1', target);
    expect(await whyNot(host.leftovers.find('netns', '1', LOOK_MS))).toBe(
      `refused: it points to ${target}, and not to /proc/PID/ns/net`,
    );
    expect(isThere(path)).toBe(true);
  });

  test('a file', async () => {
    using host = new MadeHost();
    host.file('netns/sw1');
    expect(await whyNot(host.leftovers.find('netns', 'sw1', LOOK_MS))).toMatch(
      /^refused: it is no link: .*ip netns delete/,
    );
  });

  test(
    'what `ip netns add` makes, a mount: nothing is ever unmounted',
    skippedFor(lackForMounts()),
    async () => {
      using host = new MadeHost();
      using mounts = new Mounts();
      const path = host.file('netns/sw1');
      mounts.bind('/proc/self/ns/net', path);
      expect(await whyNot(host.leftovers.find('netns', 'sw1', LOOK_MS))).toMatch(/^refused: it is no link/);
      expect(existsSync(path)).toBe(true);
    },
  );

  test('whatever is in a folder that others may write', async () => {
    using host = new MadeHost();
    link(host, '48213');
    chmodSync(host.netns, 0o1777);
    expect(await whyNot(host.leftovers.find('netns', '48213', LOOK_MS))).toMatch(
      /^refused: others may write .*netns, on the way/,
    );
  });

  test('what became another thing after the submission', async () => {
    using host = new MadeHost();
    const path = link(host, '48213');
    const found = await host.find('netns', '48213');
    rmSync(path);
    host.file('netns/48213');
    await host.remove(found);
    expect(existsSync(path)).toBe(true);
  });
});
