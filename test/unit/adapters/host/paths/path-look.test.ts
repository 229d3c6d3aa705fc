import { chmodSync, existsSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { needsRoot, skippedFor } from '../../../../support/skipped.ts';
import { MadeHost, whyNot } from '../made-host.ts';
import { Immutable, lackForImmutable } from './immutable-file.ts';
import { asNobody, give, openHost, sudo } from './other-user.ts';

const modeOf = (path: string): number => statSync(path).mode & 0o7777;

describe('what a user owns and may not write', skippedFor(needsRoot()), () => {
  test('goes, as a cache of Go modules: its folders are made writable', async () => {
    using host = openHost();
    const path = host.folder('root/mine/cache');
    host.file('root/mine/cache/mod/pkg/main.go');
    chmodSync(host.file('root/mine/cache/mod/go.sum'), 0o444);
    host.file('root/mine/cache/closed/file');
    give(host, {
      'root/mine': 0o755,
      'root/mine/cache/mod/pkg': 0o555,
      'root/mine/cache/mod': 0o500,
      'root/mine/cache/closed': 0,
      'root/mine/cache': 0o555,
    });
    expect(await asNobody(host, path)).toMatchObject({ removed: true });
    expect(existsSync(path)).toBe(false);
  });

  test('is not made writable by a look, nor outside of what is removed', async () => {
    using host = openHost();
    const path = host.folder('root/mine/sw1');
    host.file('root/mine/sw1/mod/file');
    const beside = host.file('root/mine/beside/file');
    symlinkSync(host.at('root/mine/beside'), host.at('root/mine/sw1/link'));
    give(host, {
      'root/mine/sw1/mod': 0o555,
      'root/mine/sw1': 0o555,
      'root/mine/beside': 0o555,
    });
    await host.find('path', path);
    give(host, { 'root/mine': 0o755 });
    expect([modeOf(path), modeOf(host.at('root/mine/sw1/mod'))]).toEqual([0o555, 0o555]);
    expect(await asNobody(host, path)).toMatchObject({ removed: true });
    expect(modeOf(host.at('root/mine/beside'))).toBe(0o555);
    expect(existsSync(beside)).toBe(true);
  });

  test('stays where the folder that holds it is closed: that one is not being removed', async () => {
    using host = openHost();
    const path = host.folder('root/mine/sw1');
    give(host, { 'root/mine/sw1': undefined, 'root/mine': 0o555 });
    expect((await asNobody(host, path)).error).toContain(`needs root: ${path}: permission denied`);
    expect(modeOf(host.at('root/mine'))).toBe(0o555);
  });
});

describe('a tree is refused before anything of it is gone', skippedFor(needsRoot()), () => {
  /** A folder of nobody's, with a file of its own in it, and what a test adds. */
  function tree(): MadeHost {
    const host = openHost();
    host.file('root/mine/sw1/own');
    give(host, { 'root/mine': undefined, 'root/mine/sw1': undefined });
    return host;
  }

  async function refusalOf(host: MadeHost): Promise<string | undefined> {
    const { error } = await asNobody(host, host.at('root/mine/sw1'));
    expect(existsSync(host.at('root/mine/sw1/own'))).toBe(true);
    return error;
  }

  test('for what is deep in it in a folder of another user', async () => {
    using host = tree();
    host.file('root/mine/sw1/a/b/of-root/log');
    give(host, { 'root/mine/sw1/a': undefined, 'root/mine/sw1/a/b': undefined });
    expect(await refusalOf(host)).toBe(
      'needs root: a/b/of-root/log: permission denied, as a/b/of-root belongs to root, mode 0755; `sudo -n`: there is no sudo',
    );
  });

  test('for a folder of another user that it may not look into', async () => {
    using host = tree();
    chmodSync(host.folder('root/mine/sw1/closed'), 0o700);
    expect(await refusalOf(host)).toMatch(
      /^needs root: closed: permission denied, as it belongs to root, mode 0700/,
    );
  });

  test('for what another user owns in a sticky folder', async () => {
    using host = tree();
    host.file('root/mine/sw1/sticky/file');
    chmodSync(host.at('root/mine/sw1/sticky'), 0o1777);
    expect(await refusalOf(host)).toMatch(
      /^needs root: sticky\/file: not permitted, as it belongs to root, mode 0644, and its folder is sticky/,
    );
    give(host, { 'root/mine/sw1/sticky/file': undefined });
    expect(await asNobody(host, host.at('root/mine/sw1'))).toMatchObject({ removed: true });
  });

  test('but not for files of others in folders of its own, nor for empty folders of others', async () => {
    using host = tree();
    chmodSync(host.file('root/mine/sw1/of-root'), 0o400);
    host.folder('root/mine/sw1/empty');
    expect(await asNobody(host, host.at('root/mine/sw1'))).toMatchObject({ removed: true });
  });

  test('but not where root can remove it, and is asked', async () => {
    using host = tree();
    const log = host.file('asked');
    chmodSync(log, 0o666);
    host.file('root/mine/sw1/of-root/log');
    sudo(host, `read line; echo "$line" >>${log}; echo '{}'`);
    expect(await asNobody(host, host.at('root/mine/sw1'))).toEqual({ removed: false });
    expect(JSON.parse(readFileSync(log, 'utf8'))).toMatchObject({
      call: 'find',
      lookForMs: expect.any(Number),
    });
  });

  test('what becomes another user’s after the look fails, and is named', async () => {
    using host = tree();
    host.file('root/mine/sw1/a/of-root/log');
    give(host, { 'root/mine/sw1/a': undefined });
    // Nothing is looked at within 0 ms: as if it had come later.
    const { error } = await asNobody(host, host.at('root/mine/sw1'), '0');
    expect(error).toMatch(/^needs root: a\/of-root\/log: permission denied; /);
    expect(existsSync(host.at('root/mine/sw1/a/of-root/log'))).toBe(true);
  });
});

describe('what is immutable', skippedFor(lackForImmutable()), () => {
  test.each([
    ['a file', 'etc/kept', 'etc/kept'],
    ['a folder', 'etc', 'etc'],
    ['the path itself', '', 'it'],
  ])('is refused, also to root: %s', async (_, name, told) => {
    using host = new MadeHost();
    host.file('root/sw1/etc/kept');
    const path = host.at('root/sw1');
    using _immutable = new Immutable(host.at(`root/sw1/${name}`));
    expect(await whyNot(host.find('path', path))).toBe(
      `held: ${told} is immutable: \`chattr -i\` lets it go`,
    );
  });

  test('is refused where the path is a file', async () => {
    using host = new MadeHost();
    using immutable = new Immutable(host.file('root/sw1.log'));
    expect(await whyNot(host.find('path', immutable.path))).toMatch(/^held: it is immutable/);
  });
});

describe('a look', () => {
  test('goes no further than its time', async () => {
    using host = new MadeHost();
    for (let at = 0; at < 2_000; at++) host.file(`root/sw1/${at % 50}/${at}`);
    const began = performance.now();
    await host.find('path', host.at('root/sw1'), 0);
    const cut = performance.now() - began;
    await host.find('path', host.at('root/sw1'));
    expect(cut).toBeLessThan(performance.now() - began - cut);
  });

  test('minds nothing that comes and goes meanwhile', async () => {
    using host = new MadeHost();
    const path = host.folder('root/sw1');
    for (let round = 0; round < 20; round++) {
      for (let at = 0; at < 60; at++) host.file(`root/sw1/a/${at % 6}/${at}`);
      const looking = host.find('path', path);
      rmSync(host.at('root/sw1/a'), { recursive: true });
      writeFileSync(host.at('root/sw1/a'), '');
      expect(await looking).toMatchObject({ kind: 'path', id: path });
      rmSync(host.at('root/sw1/a'));
    }
  });
});
