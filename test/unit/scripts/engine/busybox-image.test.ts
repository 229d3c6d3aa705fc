import { execFileSync } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newImageName, packRootfs } from '../../../../scripts/engine/busybox-image.ts';

test('in the archive of a root file system every applet is a command, and everything is root’s', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'topo-gc-test-'));
  const busybox = join(folder.path, 'fake-busybox');
  await writeFile(busybox, '#!/bin/sh\nprintf "%s\\n" busybox sh sleep\n', { mode: 0o755 });
  const archive = join(folder.path, 'rootfs.tar');
  await packRootfs(busybox, join(folder.path, 'rootfs'), archive);
  const listed = execFileSync('tar', ['-tvf', archive, '--numeric-owner'], { encoding: 'utf8' });
  const entries = listed.trimEnd().split('\n').sort();
  expect(entries.map((entry) => entry.replace(/^(\S+) .* \d\d:\d\d /, '$1 '))).toEqual([
    '-rwxr-xr-x ./bin/busybox',
    expect.stringMatching(/^drwx.* \.\/$/),
    expect.stringMatching(/^drwx.* \.\/bin\/$/),
    'drwxrwxrwt ./tmp/',
    'lrwxrwxrwx ./bin/sh -> busybox',
    'lrwxrwxrwx ./bin/sleep -> busybox',
  ]);
  expect(entries.every((entry) => / 0\/0 /.test(entry))).toBe(true);
});

test('every image has a name of its own, that an engine takes', () => {
  expect(newImageName()).toMatch(/^[a-z0-9-]+:latest$/);
  expect(newImageName()).not.toBe(newImageName());
});
