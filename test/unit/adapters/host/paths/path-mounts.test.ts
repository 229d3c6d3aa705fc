import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lackForMounts, Mounts } from '../../../../support/mounts.ts';
import { skippedFor } from '../../../../support/skipped.ts';
import { LOOK_MS, MadeHost, whyNot } from '../made-host.ts';

describe('no mount is ever crossed', skippedFor(lackForMounts()), () => {
  test('another file system in the tree stays with all that is in it', async () => {
    using host = new MadeHost();
    using mounts = new Mounts();
    const found = await host.find('path', host.folder('root/sw1'));
    mounts.tmpfs(host.folder('root/sw1/a/data'));
    host.file('root/sw1/a/data/precious');
    const why = 'held: a/data is a mount, and the agent crosses none';
    expect(await whyNot(host.remove(found))).toBe(why);
    expect(await whyNot(host.find('path', found.id))).toBe(why);
    expect(existsSync(host.at('root/sw1/a/data/precious'))).toBe(true);
  });

  test('a folder of the same file system that is bound into the tree, too', async () => {
    using host = new MadeHost();
    using mounts = new Mounts();
    const found = await host.find('path', host.folder('root/sw1'));
    mounts.bind(host.at('outside'), host.folder('root/sw1/bound'));
    const why = 'held: bound is a mount, and the agent crosses none';
    expect(await whyNot(host.remove(found))).toBe(why);
    expect(await whyNot(host.find('path', found.id))).toBe(why);
    expect(host.isOutsideWhole).toBe(true);
  });

  test('an empty one is not taken for an empty folder', async () => {
    using host = new MadeHost();
    using mounts = new Mounts();
    const found = await host.find('path', host.folder('root/sw1'));
    mounts.tmpfs(host.folder('root/sw1/data'));
    const why = 'held: data is a mount, and the agent crosses none';
    expect(await whyNot(host.remove(found))).toBe(why);
    expect(await whyNot(host.find('path', found.id))).toBe(why);
  });

  test('a file that is bound into the tree, too', async () => {
    using host = new MadeHost();
    using mounts = new Mounts();
    const found = await host.find('path', host.folder('root/sw1'));
    mounts.bind(host.at('outside/precious'), host.file('root/sw1/bound'));
    const why = 'held: bound is a mount, and the agent crosses none';
    expect(await whyNot(host.remove(found))).toBe(why);
    expect(await whyNot(host.find('path', found.id))).toBe(why);
    expect(host.isOutsideWhole).toBe(true);
  });

  test('a mount that came after the submission, on the path itself', async () => {
    using host = new MadeHost();
    const found = await host.find('path', host.folder('root/sw1'));
    using mounts = new Mounts();
    mounts.bind(host.at('outside'), host.at('root/sw1'));
    expect(await whyNot(host.remove(found))).toMatch(/^held: it is a mount/);
    expect(host.isOutsideWhole).toBe(true);
  });

  test.each([
    ['another file system', (mounts: Mounts, path: string) => mounts.tmpfs(path)],
    ['a bound folder of the same one', (mounts: Mounts, path: string) => mounts.bind(path, path)],
  ])('a path is refused where it is a mount, or below one: %s', async (_, mount) => {
    using host = new MadeHost();
    const path = host.folder('root/way/sw1');
    using mounts = new Mounts();
    mount(mounts, path);
    expect(await whyNot(host.leftovers.find('path', path, LOOK_MS))).toBe(
      'held: it is a mount, or on another file system than its root; the agent crosses none',
    );
    mount(mounts, host.at('root/way'));
    host.folder('root/way/sw1');
    expect(await whyNot(host.leftovers.find('path', path, LOOK_MS))).toMatch(
      /^refused: .*\/root\/way, on the way to it, is a mount/,
    );
  });

  test('the root may be a mount', async () => {
    using host = new MadeHost();
    using mounts = new Mounts();
    mounts.tmpfs(host.root);
    host.folder('root');
    const path = host.file('root/sw1/etc/hosts');
    await host.remove(await host.find('path', host.at('root/sw1')));
    expect(existsSync(path)).toBe(false);
  });
});
