import { linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { identifyProcess } from '../../../../src/adapters/process/process-identity.ts';
import { isLocked, lockSession } from '../../../../src/adapters/process/session-lock.ts';
import { SpawnedProcess } from '../../../support/spawned-process.ts';
import { TemporaryFolder } from '../../../support/temporary-folder.ts';

const HOLD = fileURLToPath(new URL('fixtures/hold-session.ts', import.meta.url));

const TAKEN = { code: 'session-taken', message: 'Another process works for the session s1' };

let temporary: TemporaryFolder;
let folder: string;

beforeEach(() => {
  temporary = new TemporaryFolder();
  // Too deep for the path of a socket.
  folder = join(temporary.path, 'x'.repeat(120));
  mkdirSync(folder);
});
afterEach(() => temporary[Symbol.dispose]());

async function holder(): Promise<SpawnedProcess> {
  const process_ = new SpawnedProcess(process.execPath, ['--no-warnings', HOLD, folder]);
  expect(await process_.output()).toBe('locked\n');
  return process_;
}

test('one process works for a session, and when that is gone another may', async () => {
  expect(await isLocked(folder)).toBe(false);
  await using first = await holder();
  expect(await isLocked(folder)).toBe(true);
  await expect(lockSession(folder, 's1')).rejects.toMatchObject(TAKEN);
  first.child.kill('SIGKILL');
  await first.exited();
  expect(await isLocked(folder)).toBe(false);
  await using second = await holder();
  expect(await isLocked(folder)).toBe(true);
  expect(readdirSync(folder)).toEqual(['lock.2']);
  expect(second.pid).not.toBe(first.pid);
});

test('one that goes while it is asked holds it no longer', async () => {
  await using first = await holder();
  // It does not get to take the connection.
  first.child.kill('SIGSTOP');
  await vi.waitUntil(() => readFileSync(`/proc/${first.pid}/stat`, 'utf8').includes(') T '), {
    timeout: 8_000,
  });
  const asked = isLocked(folder);
  first.child.kill('SIGKILL');
  // Its sockets go with its last thread.
  while (identifyProcess(first.pid) !== undefined || readdirSync(`/proc/${first.pid}/task`).length > 1);
  expect(await asked).toBe(false);
});

test('a process that is stopped holds its lock, however often it is asked', async () => {
  await using stopped = await holder();
  stopped.child.kill('SIGSTOP');
  for (let asked = 0; asked < 50; asked++) expect(await isLocked(folder)).toBe(true);
  await expect(lockSession(folder, 's1')).rejects.toMatchObject(TAKEN);
  stopped.child.kill('SIGKILL');
  await stopped.exited();
  expect(await isLocked(folder)).toBe(false);
});

test('also when no more can wait for its answer', async () => {
  await using owned = new AsyncDisposableStack();
  const busy = createServer();
  const path = join(temporary.path, 'busy');
  await new Promise<void>((resolve) => busy.listen({ path, backlog: 0 }, resolve));
  owned.defer(() => new Promise<void>((resolve) => busy.close(() => resolve())));
  linkSync(path, join(folder, 'lock.1'));
  // Connections of this very process are not taken before it is idle: these fill the queue.
  const waiting = Array.from({ length: 4 }, () => createConnection(path).on('error', () => {}));
  owned.defer(() => waiting.forEach((each) => void each.destroy()));
  expect(await isLocked(folder)).toBe(true);
});

test('of many at once one gets it, in whatever state the last one has left it', async () => {
  for (const name of ['lock.1', 'lock.7']) writeFileSync(join(folder, name), '');
  const all = Array.from(
    { length: 5 },
    () => new SpawnedProcess(process.execPath, ['--no-warnings', HOLD, folder]),
  );
  try {
    const ended = all.map((each) => each.exited().then(() => 'ended'));
    const outcomes = await Promise.all(all.map((each, at) => Promise.race([each.output(), ended[at]])));
    expect(outcomes.filter((outcome) => outcome === 'locked\n')).toHaveLength(1);
    await vi.waitUntil(() => readdirSync(folder).length === 1, { timeout: 8_000 });
    expect(readdirSync(folder)).toEqual(['lock.8']);
  } finally {
    for (const each of all) await each[Symbol.asyncDispose]();
  }
});

test('where there is no folder, nothing can be known', async () => {
  await expect(isLocked(join(folder, 'gone'))).rejects.toThrow('ENOENT');
});
