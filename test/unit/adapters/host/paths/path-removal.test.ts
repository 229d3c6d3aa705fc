import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { skippedFor } from '../../../../support/skipped.ts';
import { MadeHost, whyNot } from '../made-host.ts';
import { Immutable, lackForImmutable } from './immutable-file.ts';

const SWAP = fileURLToPath(new URL('../fixtures/swap-with-link.ts', import.meta.url));

/** Makes levels below a folder, one in the other. No path is that long: it can only be made step by step. */
const DIG = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  process.chdir(process.argv[1]);
  for (let level = 0; level < Number(process.argv[2]); level++) {
    writeFileSync('file', '');
    mkdirSync('level');
    process.chdir('level');
  }
`;

const openHandles = (): number => readdirSync('/proc/self/fd').length;

/** Removes a path as it is now. */
async function removeAt(host: MadeHost, name: string): Promise<void> {
  await host.remove(await host.find('path', host.at(name)));
}

test('a folder goes with all that it holds, of whatever type', async () => {
  using host = new MadeHost();
  host.file('root/sw1/etc/hosts');
  host.folder('root/sw1/empty/one');
  host.file('root/sw1/.hidden');
  symlinkSync(host.at('outside'), host.at('root/sw1/link'));
  symlinkSync('nowhere', host.at('root/sw1/etc/dangling'));
  execFileSync('mkfifo', [host.at('root/sw1/fifo')]);
  await removeAt(host, 'root/sw1');
  expect(readdirSync(host.root)).toEqual([]);
  expect(host.isOutsideWhole).toBe(true);
});

test('a single file goes, and what is beside it stays', async () => {
  using host = new MadeHost();
  host.file('root/sw1.log');
  host.file('root/sw1.log.1');
  await removeAt(host, 'root/sw1.log');
  expect(readdirSync(host.root)).toEqual(['sw1.log.1']);
});

test('names may be any bytes', async () => {
  using host = new MadeHost();
  const folder = host.folder('root/sw1');
  const names = [[0xff, 0xfe], [0x80], [0x0a, 0x1b], [0xc3], [...Buffer.from('🦆 "$(x)"')]];
  for (const name of names) {
    const path = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name)]);
    mkdirSync(path);
    writeFileSync(Buffer.concat([path, Buffer.from([0x2f, 0xe9])]), '');
  }
  expect(readdirSync(folder)).toHaveLength(names.length);
  await removeAt(host, 'root/sw1');
  expect(existsSync(folder)).toBe(false);
});

test('20,000 files and 2,000 folders go, and no handle stays open', { timeout: 60_000 }, async () => {
  using host = new MadeHost();
  const folder = host.folder('root/sw1');
  for (let at = 0; at < 20_000; at++) writeFileSync(`${folder}/file-${at}`, '');
  for (let at = 0; at < 1_000; at++) {
    mkdirSync(`${folder}/empty-${at}`);
    mkdirSync(`${folder}/full-${at}`);
    writeFileSync(`${folder}/full-${at}/file`, '');
  }
  const before = openHandles();
  await removeAt(host, 'root/sw1');
  expect(existsSync(folder)).toBe(false);
  expect(openHandles()).toBeLessThanOrEqual(before);
});

test('2,000 levels go with a handful of handles', { timeout: 60_000 }, async () => {
  using host = new MadeHost();
  const folder = host.folder('root/sw1');
  execFileSync(process.execPath, ['-e', DIG, folder, '2000']);
  const found = await host.find('path', folder);
  const before = openHandles();
  let most = before;
  const counting = setInterval(() => {
    most = Math.max(most, openHandles());
  }, 5);
  await host.remove(found);
  clearInterval(counting);
  expect(existsSync(folder)).toBe(false);
  expect(most - before).toBeLessThan(20);
});

test('whoever swaps folders with links while they are removed leads nothing outside', {
  timeout: 60_000,
}, async () => {
  using host = new MadeHost();
  const swapped = host.at('root/sw1/a/b');
  host.folder('root/sw1');
  const swapper = spawn(process.execPath, [SWAP, swapped, host.at('outside')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(swapper.stdout, 'data');
    for (let round = 0; round < 100; round++) {
      for (let at = 0; at < 5; at++) {
        try {
          host.file(`root/sw1/a/b/file-${at}`);
        } catch {
          // It is just being swapped.
        }
      }
      await removeAt(host, 'root/sw1').catch(() => {});
      expect(host.isOutsideWhole).toBe(true);
      host.folder('root/sw1');
    }
  } finally {
    swapper.kill('SIGKILL');
    await once(swapper, 'close');
  }
});

test('what is not over when the signal fires is given up, and goes the next time', async () => {
  using host = new MadeHost();
  for (let at = 0; at < 500; at++) host.file(`root/sw1/${at}`);
  const found = await host.find('path', host.at('root/sw1'));
  const given = new AbortController();
  const removing = host.remove(found, given.signal);
  given.abort(new Error('the time was up'));
  await expect(removing).rejects.toThrow('the time was up');
  expect(readdirSync(host.at('root/sw1')).length).toBeGreaterThan(0);
  await host.remove(found);
  expect(existsSync(host.at('root/sw1'))).toBe(false);
});

test('what is removed by somebody else at the same time counts as removed', async () => {
  using host = new MadeHost();
  for (let at = 0; at < 300; at++) host.file(`root/sw1/${at % 10}/${at}`);
  const found = await host.find('path', host.at('root/sw1'));
  await Promise.all([host.remove(found), host.remove(found), host.remove(found)]);
  expect(existsSync(host.at('root/sw1'))).toBe(false);
});

test(
  'what came after the look and the kernel keeps is named, in its words',
  skippedFor(lackForImmutable()),
  async () => {
    using host = new MadeHost();
    const found = await host.find('path', host.folder('root/sw1'));
    using immutable = new Immutable(host.file('root/sw1/etc/kept'));
    expect(await whyNot(host.remove(found))).toBe('denied: etc/kept: operation not permitted');
    immutable.end();
    await removeAt(host, 'root/sw1');
    expect(existsSync(immutable.path)).toBe(false);
  },
);
