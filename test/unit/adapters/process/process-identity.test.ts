import { readFileSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import {
  endProcess,
  identifyProcess,
  isAlive,
  isElsewhere,
  untilEnded,
} from '../../../../src/adapters/process/process-identity.ts';
import { SpawnedProcess } from '../../../support/spawned-process.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const WITHOUT_FILES = fileURLToPath(new URL('fixtures/look-without-files.ts', import.meta.url));

/** Nothing here lasts that long, in s. */
const LONG = '60';

const MINUTE_MS = 60_000;

function identityOf(pid: number) {
  const identity = identifyProcess(pid);
  if (identity === undefined) throw new Error(`there is no process ${pid}`);
  return identity;
}

test('a process is known by its pid, its start and the boot, for as long as it lives', async () => {
  await using sleeper = new SpawnedProcess('sleep', [LONG]);
  const identity = identityOf(sleeper.pid);
  expect(identity).toEqual({
    pid: sleeper.pid,
    startTime: expect.stringMatching(/^\d+$/),
    bootId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    pidNamespace: expect.stringMatching(/^pid:\[\d+\]$/),
  });
  expect(identifyProcess(sleeper.pid)).toEqual(identity);
  expect(isAlive(identity)).toBe(true);
  sleeper.child.kill('SIGKILL');
  await sleeper.exited();
  expect(isAlive(identity)).toBe(false);
  expect(identifyProcess(sleeper.pid)).toBeUndefined();
});

test('another start, boot or namespace is another process', async () => {
  const identity = identityOf(process.pid);
  expect(isAlive({ ...identity, startTime: `${Number(identity.startTime) - 1}` })).toBe(false);
  const lastBoot = { ...identity, bootId: '00000000-0000-0000-0000-000000000000' };
  expect(isAlive(lastBoot)).toBe(false);
  const elsewhere = { ...identity, pidNamespace: 'pid:[1]' };
  expect(isAlive(elsewhere)).toBe(false);
  expect([identity, lastBoot, elsewhere].map(isElsewhere)).toEqual([false, false, true]);
  // In whatever namespace, it is over with its boot.
  expect(isElsewhere({ ...elsewhere, bootId: lastBoot.bootId })).toBe(false);
});

test('a process that can not be looked at is not taken for dead', async () => {
  const command = 'ulimit -n 64; exec "$0" --no-warnings "$1"';
  await using looking = new SpawnedProcess('sh', ['-c', command, process.execPath, WITHOUT_FILES]);
  expect(await looking.output()).toBe('EMFILE, not gone\n');
});

test('a command may be called anything', async () => {
  using folder = new TemporaryFolder();
  const command = folder.file('a) S 1 (b c');
  symlinkSync('/bin/sleep', command);
  await using odd = new SpawnedProcess(command, [LONG]);
  await using plain = new SpawnedProcess('sleep', [LONG]);
  const ticks = Number(identityOf(plain.pid).startTime) - Number(identityOf(odd.pid).startTime);
  expect(ticks).toBeGreaterThanOrEqual(0);
  expect(ticks).toBeLessThan(MINUTE_MS);
});

test('what a dead process leaves until its parent looks is none', async () => {
  await using parent = new SpawnedProcess('sh', ['-c', `sleep ${LONG} & echo $!; exec sleep ${LONG}`]);
  const child = Number(await parent.output());
  // A shell may look for its children at any time, sleep never does.
  await vi.waitFor(() => expect(readFileSync(`/proc/${parent.pid}/comm`, 'utf8')).toBe('sleep\n'), {
    timeout: 8_000,
  });
  process.kill(child, 'SIGKILL');
  await vi.waitFor(() => expect(identifyProcess(child)).toBeUndefined(), { timeout: 8_000 });
  // It is still there for the kernel.
  expect(() => process.kill(child, 0)).not.toThrow();
});

test.each([0, -1, 2 ** 30, Number.NaN])('there is no process %d', (pid) => {
  expect(identifyProcess(pid)).toBeUndefined();
});

test('a process is ended by SIGTERM', async () => {
  await using sleeper = new SpawnedProcess('sleep', [LONG]);
  expect(await endProcess(identityOf(sleeper.pid))).toBe(true);
  await sleeper.exited();
  expect(sleeper.child.signalCode).toBe('SIGTERM');
});

test('one that ignores that is killed', async () => {
  await using stubborn = new SpawnedProcess('sh', ['-c', `trap "" TERM; echo ready; exec sleep ${LONG}`]);
  await stubborn.output();
  expect(await endProcess(identityOf(stubborn.pid))).toBe(true);
  await stubborn.exited();
  expect(stubborn.child.signalCode).toBe('SIGKILL');
});

test('a pid that was taken again is not touched', async () => {
  await using sleeper = new SpawnedProcess('sleep', [LONG]);
  const identity = identityOf(sleeper.pid);
  expect(await endProcess({ ...identity, startTime: '1' })).toBe(false);
  expect(isAlive(identity)).toBe(true);
  expect(sleeper.child.signalCode).toBeNull();
});

test('waiting for an end takes no longer than it may', async () => {
  await using sleeper = new SpawnedProcess('sleep', [LONG]);
  const identity = identityOf(sleeper.pid);
  expect(await untilEnded(identity, 30)).toBe(false);
  sleeper.child.kill('SIGKILL');
  expect(await untilEnded(identity, MINUTE_MS)).toBe(true);
});
