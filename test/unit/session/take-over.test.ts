import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StateFolder } from '../../../src/adapters/journal/state-folder.ts';
import { isLocked } from '../../../src/adapters/process/session-lock.ts';
import { takeOver } from '../../../src/session/agent/take-over.ts';
import { SpawnedProcess } from '../../support/spawned-process.ts';
import { TemporaryFolder } from '../../support/temporary-folder.ts';

const HOLD = fileURLToPath(new URL('../adapters/process/fixtures/hold-session.ts', import.meta.url));
const MINUTE_MS = 60_000;

let temporary: TemporaryFolder;
let state: StateFolder;

beforeEach(() => {
  temporary = new TemporaryFolder();
  state = new StateFolder(temporary.file('s1'));
  mkdirSync(state.path);
});
afterEach(() => temporary[Symbol.dispose]());

async function holder(): Promise<SpawnedProcess> {
  const held = new SpawnedProcess(process.execPath, ['--no-warnings', HOLD, state.path]);
  expect(await held.output()).toBe('locked\n');
  return held;
}

async function end(held: SpawnedProcess): Promise<void> {
  held.child.kill('SIGKILL');
  await held.exited();
}

test('what another process leaves is taken over once that is done', async () => {
  await using sweep = await holder();
  const done: string[] = [];
  const taken = takeOver(state, MINUTE_MS, async () => void done.push('taken over'));
  expect(await isLocked(state.path)).toBe(true);
  done.push('swept');
  await end(sweep);
  await taken;
  expect(done).toEqual(['swept', 'taken over']);
  expect(readdirSync(state.path)).toEqual(['lock.2']);
});

test('where it leaves nothing, that is told', async () => {
  await using sweep = await holder();
  const taken = takeOver(state, MINUTE_MS, () => expect.unreachable());
  taken.catch(() => {});
  expect(await isLocked(state.path)).toBe(true);
  renameSync(state.path, temporary.file('.removed-1'));
  await expect(taken).rejects.toMatchObject({
    code: 'already-swept',
    message: 'A sweep of another job has collected what the session s1 had left',
  });
  await end(sweep);
});

test('it is told too where the folder goes when this one has begun', async () => {
  await using sweep = await holder();
  const taken = takeOver(state, MINUTE_MS, async () => {
    renameSync(state.path, temporary.file('.removed-1'));
    state.readSession();
  });
  taken.catch(() => {});
  expect(await isLocked(state.path)).toBe(true);
  await end(sweep);
  await expect(taken).rejects.toMatchObject({ code: 'already-swept' });
});

test('one that takes its time is not waited for any longer', async () => {
  await using _ = await holder();
  await expect(takeOver(state, 1, () => expect.unreachable())).rejects.toMatchObject({
    code: 'session-taken',
  });
});

test('a folder that was never there was swept by nobody', async () => {
  const gone = new StateFolder(temporary.file('gone'));
  await expect(takeOver(gone, MINUTE_MS, () => expect.unreachable())).rejects.toThrow('ENOENT');
});

test('what the work fails with is thrown', async () => {
  const work = async () => {
    throw new Error('no engine');
  };
  await expect(takeOver(state, MINUTE_MS, work)).rejects.toThrow('no engine');
});
