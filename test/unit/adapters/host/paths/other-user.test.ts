import { execFile } from 'node:child_process';
import { chmodSync, chownSync, existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { needsRoot, skippedFor } from '../../../../support/skipped.ts';
import { MadeHost } from '../made-host.ts';
import { asNobody, NOBODY, openHost, sudo } from './other-user.ts';

describe('an agent that is not root', skippedFor(needsRoot()), () => {
  test('removes what is its own, in a folder of its own', async () => {
    using host = openHost();
    const path = host.folder('root/mine/sw1');
    host.file('root/mine/sw1/etc/hosts');
    for (const name of ['root/mine', 'root/mine/sw1', 'root/mine/sw1/etc'])
      chownSync(host.at(name), NOBODY, NOBODY);
    expect(await asNobody(host, path)).toMatchObject({ removed: true });
  });

  test('refuses what it could not remove, and says what is needed', async () => {
    using host = openHost();
    const path = host.folder('root/sw1');
    expect(await asNobody(host, path)).toEqual({
      error: `needs root: ${path}: permission denied; \`sudo -n\`: there is no sudo`,
    });
    sudo(host, 'echo "sudo: a password is required" >&2; exit 1');
    expect(await asNobody(host, path)).toEqual({
      error: `needs root: ${path}: permission denied; \`sudo -n\`: a password is required`,
    });
    expect(existsSync(path)).toBe(true);
  });

  test('refuses what it could not even see', async () => {
    using host = openHost();
    const path = host.folder('root/closed/sw1');
    chmodSync(host.at('root/closed'), 0o700);
    expect((await asNobody(host, path)).error).toMatch(
      /^needs root: .*\/root\/closed\/sw1: permission denied/,
    );
  });

  test('refuses a folder of its own that is not its own to empty', async () => {
    using host = openHost();
    const path = host.folder('root/mine/sw1');
    chownSync(host.at('root/mine'), NOBODY, NOBODY);
    expect((await asNobody(host, path)).error).toContain(`needs root: ${path}: permission denied`);
  });

  test('refuses what a container has left deep in it that is not its own', async () => {
    using host = openHost();
    const path = host.folder('root/mine/sw1');
    host.file('root/mine/sw1/of-root/log');
    for (const name of ['root/mine', 'root/mine/sw1']) chownSync(host.at(name), NOBODY, NOBODY);
    const why =
      'needs root: of-root/log: permission denied, as of-root belongs to root, mode 0755; `sudo -n`';
    expect((await asNobody(host, path)).error).toContain(why);
  });

  test('passes on what was said with more rights', async () => {
    using host = openHost();
    const path = host.folder('root/sw1');
    sudo(host, `echo '{"fault":"refused","message":"it is a mount"}'`);
    expect(await asNobody(host, path)).toEqual({ error: 'it is a mount' });
    sudo(host, 'echo "out of memory" >&2; exit 137');
    expect((await asNobody(host, path)).error).toMatch(/`sudo -n`: out of memory$/);
  });

  test('gives sudo no more than the command, and that no terminal', async () => {
    using host = openHost();
    const path = host.folder('root/sw1');
    sudo(host, `echo "sudo: $1 $2 $3 $4 $#" >&2; [ ! -t 0 ] && exit 1`);
    const { error } = await asNobody(host, path);
    expect(error).toContain(`-n -- ${process.execPath} `);
    expect(error).toMatch(/serve-leftovers\.ts 4$/);
  });
});

describe('the process that has more rights', () => {
  const SERVE = fileURLToPath(new URL('../fixtures/serve-leftovers.ts', import.meta.url));

  /** Sends a line and reads the answer. */
  function serve(request: object): Promise<object> {
    return new Promise((resolve, reject) => {
      const child = execFile(process.execPath, [SERVE], (error, stdout) =>
        error ? reject(error) : resolve(JSON.parse(stdout)),
      );
      child.stdin?.write(`${JSON.stringify(request)}\n`);
    });
  }

  const rulesOf = (host: MadeHost) => ({
    roots: [host.root],
    netnsFolder: host.netns,
    owners: [0, process.geteuid?.() ?? 0],
  });

  test('finds and removes by the same rules', async () => {
    using host = new MadeHost();
    const path = host.folder('root/sw1');
    const rules = rulesOf(host);
    const { result: member } = (await serve({
      rules,
      call: 'find',
      kind: 'path',
      ref: path,
      lookForMs: 1_000,
    })) as {
      result: object;
    };
    expect(member).toMatchObject({ kind: 'path', id: path });
    expect(await serve({ rules, call: 'isThere', member })).toEqual({ result: true });
    expect(await serve({ rules, call: 'remove', member })).toEqual({});
    expect(existsSync(path)).toBe(false);
    expect(await serve({ rules, call: 'isThere', member })).toEqual({ result: false });
    expect(await serve({ rules, call: 'find', kind: 'path', ref: path })).toEqual({});
  });

  test('refuses by the same rules', async () => {
    using host = new MadeHost();
    symlinkSync(host.at('outside'), host.at('root/link'));
    const request = { rules: rulesOf(host), call: 'find', kind: 'path' };
    expect(await serve({ ...request, ref: join(host.root, 'link/precious') })).toMatchObject({
      fault: 'refused',
      message: expect.stringContaining('is a symbolic link'),
    });
    expect(await serve({ ...request, ref: host.at('outside') })).toMatchObject({ fault: 'refused' });
    expect(host.isOutsideWhole).toBe(true);
  });

  test('gives up when whoever asked is gone', { timeout: 30_000 }, async () => {
    using host = new MadeHost();
    const folder = host.folder('root/sw1');
    for (let at = 0; at < 5_000; at++) writeFileSync(join(folder, String(at)), '');
    const member = await host.find('path', folder);
    const child = execFile(process.execPath, [SERVE]);
    child.stdin?.end(`${JSON.stringify({ rules: rulesOf(host), call: 'remove', member })}\n`);
    const [code] = await new Promise<unknown[]>((resolve) => child.once('close', (...all) => resolve(all)));
    expect(code).toBe(0);
    expect(existsSync(folder)).toBe(true);
  });
});
