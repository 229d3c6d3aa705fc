import { chmodSync, chownSync, existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OwnLeftovers } from '../../../../../src/adapters/host/own-leftovers.ts';
import { needsRoot, skippedFor } from '../../../../support/skipped.ts';
import { LOOK_MS, MadeHost, OWNERS, whyNot } from '../made-host.ts';

const NOBODY = 65_534;
const isRoot = process.geteuid?.() === 0;

describe('a path below a root', () => {
  test('is found as what it is, and again as the same', async () => {
    using host = new MadeHost();
    const path = host.folder('root/docker/sw1');
    const before = Date.now();
    const found = await host.find('path', path);
    expect(found).toMatchObject({ kind: 'path', id: path, name: path });
    expect(Math.abs(Date.parse(found.createdAt ?? '') - before)).toBeLessThan(60_000);
    host.file('root/docker/sw1/more');
    expect(await host.find('path', path)).toEqual(found);
    expect(await host.leftovers.isThere(found)).toBe(true);
  });

  test.each(['root/not-there', 'root/not/there', 'root/a-file/below'])('is absent: %s', async (name) => {
    using host = new MadeHost();
    host.file('root/a-file');
    expect(await host.leftovers.find('path', host.at(name), LOOK_MS)).toBeUndefined();
  });

  test('is absent where the root itself is not there', async () => {
    using host = new MadeHost();
    rmSync(host.root, { recursive: true });
    expect(await host.leftovers.find('path', host.at('root/x'), LOOK_MS)).toBeUndefined();
  });

  test('may hold what belongs to others, and be writable by all: only the way to it counts', async () => {
    using host = new MadeHost();
    const path = host.folder('root/shared');
    chmodSync(path, 0o777);
    if (isRoot) chownSync(path, NOBODY, NOBODY);
    await host.remove(await host.find('path', path));
    expect(existsSync(path)).toBe(false);
  });

  test('may be a link: the link goes, what it points to stays', async () => {
    using host = new MadeHost();
    const path = host.at('root/link');
    symlinkSync(host.at('outside'), path);
    await host.remove(await host.find('path', path));
    expect(existsSync(path)).toBe(false);
    expect(host.isOutsideWhole).toBe(true);
  });
});

describe('a path is refused', () => {
  test('outside of the roots, at a root, above a root', async () => {
    using host = new MadeHost();
    const outside = host.at('outside');
    expect(await whyNot(host.leftovers.find('path', outside, LOOK_MS))).toBe(
      `refused: is not below ${host.root} (path-roots)`,
    );
    expect(await whyNot(host.leftovers.find('path', host.root, LOOK_MS))).toMatch(
      /^refused: is one of the path-roots/,
    );
    expect(await whyNot(host.leftovers.find('path', `${host.root}/../outside`, LOOK_MS))).toMatch(
      /^refused: is no absolute path without/,
    );
    const roots = [host.root, host.folder('root/a/b')];
    const leftovers = new OwnLeftovers({ roots, netnsFolder: host.netns, owners: OWNERS });
    expect(await whyNot(leftovers.find('path', host.at('root/a'), LOOK_MS))).toMatch(
      /^refused: holds .*\/root\/a\/b, one/,
    );
  });

  test.each([
    ['below the root', 'root/way', 'root/way/sw1'],
    ['the root itself', 'root', 'root/sw1'],
  ])('behind a symbolic link: %s', async (_, link, name) => {
    using host = new MadeHost();
    host.file('outside/sw1/content');
    const place = host.at(link);
    rmSync(place, { recursive: true, force: true });
    symlinkSync(host.at('outside'), place);
    expect(await whyNot(host.leftovers.find('path', host.at(name), LOOK_MS))).toBe(
      `refused: ${place}, on the way to it, is a symbolic link`,
    );
  });

  test('behind a symbolic link above the root', async () => {
    using host = new MadeHost();
    host.folder('real/root/sw1');
    symlinkSync(host.at('real'), host.at('link'));
    const root = host.at('link/root');
    const leftovers = new OwnLeftovers({ roots: [root], netnsFolder: host.netns, owners: OWNERS });
    expect(await whyNot(leftovers.find('path', `${root}/sw1`, LOOK_MS))).toBe(
      `refused: ${host.at('link')}, on the way to it, is a symbolic link`,
    );
  });

  test.each([
    ['the world', 'root/way', 0o777],
    ['the world, a sticky folder', 'root/way', 0o1777],
    ['its group', 'root/way', 0o775],
    ['the world, the root', 'root', 0o1777],
    ['its group, the root', 'root', 0o770],
  ])('behind a folder that others may write: %s', async (_, name, mode) => {
    using host = new MadeHost();
    const path = host.folder('root/way/sw1');
    const folder = host.at(name);
    chmodSync(folder, mode);
    expect(await whyNot(host.leftovers.find('path', path, LOOK_MS))).toBe(
      `refused: others may write ${folder}, on the way to it (mode ${mode.toString(8).padStart(4, '0')})`,
    );
  });

  test('below a root in a folder that others may write, unless that is sticky', async () => {
    using host = new MadeHost();
    const path = host.folder('root/sw1');
    chmodSync(host.base, 0o777);
    expect(await whyNot(host.leftovers.find('path', path, LOOK_MS))).toMatch(
      /^refused: others may write .*\(mode 0777\)/,
    );
    chmodSync(host.base, 0o1777);
    expect(await host.leftovers.find('path', path, LOOK_MS)).toBeDefined();
  });

  test.each([
    ['below the root', 'root/way'],
    ['the root itself', 'root'],
  ])('behind a folder of another user: %s', skippedFor(needsRoot()), async (_, name) => {
    using host = new MadeHost();
    const path = host.folder('root/way/sw1');
    chownSync(host.at(name), NOBODY, NOBODY);
    expect(await whyNot(host.leftovers.find('path', path, LOOK_MS))).toBe(
      `refused: ${host.at(name)}, on the way to it, belongs to another user (uid ${NOBODY})`,
    );
  });
});

describe('a path that is not what it was', () => {
  test('is left alone: another folder of the same name', async () => {
    using host = new MadeHost();
    const path = host.folder('root/sw1');
    const found = await host.find('path', path);
    rmSync(path, { recursive: true });
    host.file('root/sw1/of-the-next-test');
    await host.remove(found);
    expect(existsSync(host.at('root/sw1/of-the-next-test'))).toBe(true);
    expect(await host.leftovers.isThere(found)).toBe(false);
  });

  test('is left alone: another file of the same name', async () => {
    using host = new MadeHost();
    const path = host.file('root/pid');
    const found = await host.find('path', path);
    renameSync(host.file('root/new'), path);
    await host.remove(found);
    expect(existsSync(path)).toBe(true);
  });

  test('has gone by itself', async () => {
    using host = new MadeHost();
    const found = await host.find('path', host.folder('root/way/sw1'));
    rmSync(host.at('root/way'), { recursive: true });
    await host.remove(found);
    expect(await host.leftovers.isThere(found)).toBe(false);
  });

  test('is not looked for behind a link that came later, although it is the same file there', async () => {
    using host = new MadeHost();
    const path = host.folder('root/way/sw1');
    host.file('root/way/sw1/content');
    const found = await host.find('path', path);
    renameSync(host.at('root/way'), host.at('outside/way'));
    symlinkSync(host.at('outside/way'), host.at('root/way'));
    expect(await whyNot(host.remove(found))).toMatch(
      /^refused: .*\/root\/way, on the way to it, is a symbolic link/,
    );
    expect(existsSync(host.at('outside/way/sw1/content'))).toBe(true);
  });
});
